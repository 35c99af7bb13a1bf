package io.aurorarestore.plan.step;

import io.aurorarestore.model.StepName;

/** Runs the profile's checks against the restored database, before anything takes the target's name. */
public final class VerifyRestore extends DatabaseStep {

    @Override
    public StepName name() {
        return StepName.VERIFY_RESTORE;
    }
}
