package io.aurorarestore.port;

import io.aurorarestore.model.aws.Home;

/** Holds the ports that the engine needs, in one place. */
public record Ports(
        Home home,
        Aurora aurora,
        AuroraControl control,
        MasterSecrets masterSecrets,
        DatabaseJobs databaseJobs,
        JobResults jobResults,
        Restores restores,
        WakeUps wakeUps,
        Announcer announcer,
        StateChanges stateChanges,
        Workflows workflows,
        HookEvents hookEvents) {

    /** The same, with RDS seen in another way. */
    public Ports seeing(Aurora other) {
        return new Ports(
                home,
                other,
                control,
                masterSecrets,
                databaseJobs,
                jobResults,
                restores,
                wakeUps,
                announcer,
                stateChanges,
                workflows,
                hookEvents);
    }
}
