package io.aurorarestore.lambda.widget;

import io.aurorarestore.intake.OperatorActions.Operation;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import java.util.List;
import java.util.Optional;

/**
 * A restore with what a page says of it besides.
 *
 * @param trail its audit entries in their order, as far as the page needs them
 * @param offered what may be done to it from the page
 */
record Viewed(Restore restore, List<AuditEntry> trail, List<Operation> offered) {

    Optional<AuditEntry> last() {
        return trail.isEmpty() ? Optional.empty() : Optional.of(trail.get(trail.size() - 1));
    }
}
