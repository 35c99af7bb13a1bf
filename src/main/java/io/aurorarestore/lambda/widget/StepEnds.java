package io.aurorarestore.lambda.widget;

import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AuditAction;
import io.aurorarestore.model.restore.AuditEntry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How steps were left, as far as an audit trail says: done, skipped, undone or failed. */
record StepEnds(Map<StepName, AuditAction> ends) {

    private static final List<AuditAction> LEAVING =
            List.of(AuditAction.DONE, AuditAction.SKIPPED, AuditAction.UNDONE, AuditAction.FAILED);

    static StepEnds of(List<AuditEntry> trail) {
        Map<StepName, AuditAction> ends = new EnumMap<>(StepName.class);
        trail.forEach(entry -> end(entry).ifPresent(end -> ends.merge(entry.step(), end, StepEnds::last)));
        return new StepEnds(ends);
    }

    /** That a step failed stays worth to be shown once it is undone. */
    private static AuditAction last(AuditAction before, AuditAction after) {
        return before == AuditAction.FAILED && after == AuditAction.UNDONE ? before : after;
    }

    /** How the entry's step was left by what it tells, if it was. */
    static Optional<AuditAction> end(AuditEntry entry) {
        return LEAVING.stream().filter(one -> one.code().equals(entry.what())).findFirst();
    }

    Optional<AuditAction> of(StepName step) {
        return Optional.ofNullable(ends.get(step));
    }
}
