package io.aurorarestore.lambda.widget;

import io.aurorarestore.intake.OperatorActions.Operation;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A restore with what a page says of it besides.
 *
 * @param trail its last audit entries in their order, as many as the page needs
 * @param offered what may be done to it from the page
 * @param retirement of the cluster that it set aside, where that is or was to be deleted
 */
record Viewed(Restore restore, List<AuditEntry> trail, List<Operation> offered, Optional<Restore> retirement) {

    /** Of one stored before its end was noted, by its last entry. */
    Optional<Instant> ended() {
        return restore.progress().times().ended().or(() -> last().map(AuditEntry::at));
    }

    Optional<AuditEntry> last() {
        return trail.isEmpty() ? Optional.empty() : Optional.of(trail.get(trail.size() - 1));
    }
}
