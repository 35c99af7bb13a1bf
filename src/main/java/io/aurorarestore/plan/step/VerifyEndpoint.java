package io.aurorarestore.plan.step;

import io.aurorarestore.model.StepName;

/**
 * Asks the target's own endpoint which restore it serves, until it is this one. It is the pivot: before it a restore
 * can be undone, after it only be finished.
 */
public final class VerifyEndpoint extends DatabaseStep {

    @Override
    public StepName name() {
        return StepName.VERIFY_ENDPOINT;
    }
}
