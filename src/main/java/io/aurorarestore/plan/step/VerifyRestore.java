package io.aurorarestore.plan.step;

import io.aurorarestore.model.StepName;

/** Asks the restored database whether it holds what it should, before anything takes the target's name. */
public final class VerifyRestore extends DatabaseStep {

    @Override
    public StepName name() {
        return StepName.VERIFY_RESTORE;
    }
}
