package io.aurorarestore.plan.step;

import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import java.time.Duration;

/** Runs the profile's checks against the restored database, before anything takes the target's name. */
public final class VerifyRestore extends DatabaseStep {

    @Override
    public StepName name() {
        return StepName.VERIFY_RESTORE;
    }

    /** A job that was lost is sent again within it. */
    @Override
    public Duration deadline() {
        return Duration.ofMinutes(45);
    }

    /** Checks may take as long as an invocation, and say nothing until they are through. */
    @Override
    Duration unheard(Restore restore) {
        boolean checks = restore.settings().database().databases().stream()
                .anyMatch(one -> !one.checks().isEmpty());
        return checks ? RESEND_LONG : super.unheard(restore);
    }
}
