package io.aurorarestore.local.view;

import java.time.Instant;
import java.util.Set;

/** One entry of the audit trail, as the table holds it. */
public record AuditLine(long seq, Instant at, String step, String what, String why, String cause) {

    private static final Set<String> ENDS = Set.of("done", "skipped", "failed", "undone", "cancelled");

    /** Whether the step is over with it. */
    boolean endsStep() {
        return ENDS.contains(what);
    }
}
