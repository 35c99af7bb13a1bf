package io.aurorarestore.port;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Lists restores and audit entries for people, newest restore first. */
public interface RestoreViews {

    /**
     * A page of a list.
     *
     * @param next where the next page begins, if there is one
     */
    record Page<T>(List<T> items, Optional<String> next) {}

    /**
     * Which restores are wanted.
     *
     * @param limit at most so many, 1 to 100
     * @param next of an earlier page
     */
    record Query(Optional<String> target, Optional<Status> status, int limit, Optional<String> next) {}

    /**
     * A restore in a list.
     *
     * @param status, step, openedAt as they are stored, whatever they are
     * @param restore empty where this version cannot read the whole of it
     */
    record Listed(String id, String status, String step, String target, String openedAt, Optional<Restore> restore) {}

    /** Fails with {@code Refused} where {@code next} is none of ours. */
    Uni<Page<Listed>> list(Query query);

    /**
     * The retirements that are live or need a person, of each kind at most so many; the earliest day first. One that failed
     * under a version that put it in no index is missing.
     */
    Uni<List<Restore>> retirements(int atMost);

    /** The audit trail from its beginning; {@code next} is the number after which the page begins. */
    Uni<Page<AuditEntry>> audit(RestoreId id, int limit, long after);
}
