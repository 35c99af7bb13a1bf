package io.aurorarestore.port;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.CompletedOperation;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Transition;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores restores. Reads are consistent; a commit changes everything or nothing. */
public interface Restores {

    Uni<Optional<Restore>> load(RestoreId id);

    /** Takes the target's lock and opens the restore, or says what is in the way. */
    Uni<OpenResult> open(Restore fresh, AuditEntry entry);

    /**
     * Writes a transition, its audit entry, its lock and its index of resources.
     *
     * @return false if somebody committed first, or did the same operation first: load again; fails with {@link
     *     CommitRefusedException} where another condition does not hold, or what is to be written is too large
     */
    Uni<Boolean> commit(Transition transition);

    /** The number of the last audit entry that a restore has, 0 if it has none. */
    Uni<Long> lastEntry(RestoreId id);

    /**
     * The restores that RDS events about these ARNs concern, all found in one call where there are at most 99.
     *
     * @return by ARN; one that concerns no restore is missing
     */
    Uni<Map<String, List<RestoreId>>> interestedIn(Collection<String> arns);

    /** All that is wanted, in as few calls as it takes; fails where it cannot be said whom an ARN concerns. */
    default Uni<LookedUp> lookUp(Lookup wanted) {
        return interestedIn(wanted.arns()).map(found -> new LookedUp(found, Map.of(), Map.of()));
    }

    /** The restore that holds a target, if one does. */
    Uni<Optional<RestoreId>> holder(String target);

    /** What was done under an operation's key, if anything was. */
    Uni<Optional<CompletedOperation>> operated(String key);

    /** Writes an audit entry that belongs to no restore's state. */
    Uni<Void> note(AuditEntry entry);

    /** Restores whose time to look again passed, oldest first. */
    Uni<List<RestoreId>> overdue(Instant before, int atMost);
}
