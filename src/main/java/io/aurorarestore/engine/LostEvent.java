package io.aurorarestore.engine;

import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AuditAction;
import io.aurorarestore.model.restore.Progress;
import io.aurorarestore.model.restore.Restore;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * Knows whether a restore's own look found what an event of RDS should have told: the event was lost, or is later than the
 * look. Nothing hangs on it but a metric. What a call waits for that AWS refused or did not answer, nobody tells.
 */
final class LostEvent {

    /** What these steps wait for, RDS tells. */
    private static final Set<StepName> TOLD = EnumSet.of(
            StepName.CLEAR_TARGET,
            StepName.RESTORE_CLUSTER,
            StepName.CREATE_INSTANCES,
            StepName.RESET_CREDENTIALS,
            StepName.SET_ASIDE_OLD,
            StepName.PROMOTE_NEW,
            StepName.RENEW_CERTIFICATE,
            StepName.KEEP_INSTANCE_NAMES,
            StepName.RETIRE_OLD,
            StepName.RETIRE_CLUSTER);

    private static final Set<String> GONE_ON =
            Set.of(AuditAction.DONE.code(), AuditAction.UNDONE.code(), AuditAction.ACTS.code());

    /** What is so sooner is something that RDS has yet to show, of which there is no event. */
    private static final Duration SOON = Pace.SOON.most();

    private LostEvent() {}

    /** @param change what was decided by what the look found */
    static boolean isFoundBy(StateMachine machine, Change change) {
        Restore restore = machine.restore();
        return machine.trigger().carriesOn(restore)
                && TOLD.contains(restore.step())
                && restore.awaitedHook().isEmpty()
                && waits(restore.progress(), machine)
                && change.entry()
                        .filter(entry -> GONE_ON.contains(entry.what()))
                        .isPresent();
    }

    private static boolean waits(Progress progress, StateMachine machine) {
        return progress.told()
                && progress.missed().isEmpty()
                && !machine.at().isBefore(progress.waitingSince().plus(SOON));
    }
}
