package io.aurorarestore.model.restore;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.text.PlainText;
import java.time.Instant;
import java.util.Map;

/**
 * One immutable line of a restore's audit trail, written in the transaction of the transition it tells of.
 *
 * @param seq from 1, without a gap
 * @param step the step it happened in
 * @param what the code of an {@link AuditAction}; a later version may know more of them
 * @param why what was found or is about to be done
 * @param cause what woke the restore
 * @param by who asked for the restore, or operated on it
 * @param calls how often AWS was called for the restore since the entry before, by service and operation; as far as whoever
 *     wrote it knew
 */
public record AuditEntry(
        RestoreId restore,
        long seq,
        Instant at,
        StepName step,
        String what,
        String why,
        String cause,
        String by,
        Map<String, Integer> calls) {

    public AuditEntry(
            RestoreId restore, long seq, Instant at, StepName step, String what, String why, String cause, String by) {
        this(restore, seq, at, step, what, why, cause, by, Map.of());
    }

    /** What was found, and who asked, may be in anybody's words, or in RDS's. */
    public AuditEntry {
        why = PlainText.visible(why);
        cause = PlainText.visible(cause);
        by = PlainText.visible(by);
        calls = Map.copyOf(calls);
    }

    AuditEntry numbered(long number) {
        return new AuditEntry(restore, number, at, step, what, why, cause, by, calls);
    }

    public AuditEntry with(Map<String, Integer> made) {
        return new AuditEntry(restore, seq, at, step, what, why, cause, by, made);
    }
}
