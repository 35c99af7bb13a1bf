package io.aurorarestore.local.view;

import java.time.Instant;

/** One entry of the audit trail, as the table holds it. */
public record AuditLine(long seq, Instant at, String step, String what, String why, String cause) {

    /** Whether the step is over with it. */
    boolean endsStep() {
        return what.equals("done") || what.equals("skipped") || what.equals("failed");
    }
}
