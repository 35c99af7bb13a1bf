package io.aurorarestore.saga.step;

import io.aurorarestore.restore.StepName;

/** Gives the restored database its application roles. */
public final class ConfigureDatabase extends DatabaseStep {

    @Override
    public StepName name() {
        return StepName.CONFIGURE_DATABASE;
    }
}
