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
        HookEvents hookEvents) {}
