package io.aurorarestore.plan.step;

import io.aurorarestore.model.StepName;

/**
 * Configures the restored database: drops and locks roles, runs the profile's scripts, creates the application's
 * roles.
 */
public final class ConfigureDatabase extends DatabaseStep {

    @Override
    public StepName name() {
        return StepName.CONFIGURE_DATABASE;
    }
}
