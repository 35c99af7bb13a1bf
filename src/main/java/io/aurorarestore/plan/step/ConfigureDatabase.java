package io.aurorarestore.plan.step;

import io.aurorarestore.model.StepName;

/** Gives the restored database its application roles. */
public final class ConfigureDatabase extends DatabaseStep {

    @Override
    public StepName name() {
        return StepName.CONFIGURE_DATABASE;
    }
}
