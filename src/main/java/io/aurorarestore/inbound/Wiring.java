package io.aurorarestore.inbound;

import io.aurorarestore.config.ServiceConfig;
import io.aurorarestore.port.Announcer;
import io.aurorarestore.port.Aurora;
import io.aurorarestore.port.AuroraControl;
import io.aurorarestore.port.Database;
import io.aurorarestore.port.DatabaseJobs;
import io.aurorarestore.port.DryRuns;
import io.aurorarestore.port.JobReports;
import io.aurorarestore.port.JobResults;
import io.aurorarestore.port.MasterSecrets;
import io.aurorarestore.port.Profiles;
import io.aurorarestore.port.Restores;
import io.aurorarestore.port.StateChanges;
import io.aurorarestore.port.WakeUps;
import io.aurorarestore.port.Workflows;
import io.aurorarestore.port.World;
import io.aurorarestore.restore.Home;
import io.aurorarestore.saga.Control;
import io.aurorarestore.saga.DatabaseWork;
import io.aurorarestore.saga.DryRun;
import io.aurorarestore.saga.Intake;
import io.aurorarestore.saga.Overdue;
import io.aurorarestore.saga.Reconciler;
import io.aurorarestore.saga.RestorePlan;
import io.aurorarestore.saga.StepSequence;
import io.aurorarestore.saga.TransitionLog;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the engine, which knows no framework, together with the adapters. */
class Wiring {

    @Produces
    @Singleton
    Home home(@ConfigProperty(name = "aws.region") String region, ServiceConfig config) {
        return new Home(region, config.account(), config.databaseVpc().filter(vpc -> !vpc.isBlank()));
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    StepSequence plan(Home home) {
        return RestorePlan.at(home);
    }

    @Produces
    @Singleton
    World world(
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
            Workflows workflows) {
        return new World(
                home,
                aurora,
                control,
                masterSecrets,
                databaseJobs,
                jobResults,
                restores,
                wakeUps,
                announcer,
                stateChanges,
                workflows);
    }

    @Produces
    @Singleton
    Reconciler reconciler(World world, StepSequence plan, Clock clock, TransitionLog log) {
        return new Reconciler(world, plan, clock, log);
    }

    @Produces
    @Singleton
    Intake intake(Restores restores, Profiles profiles, StepSequence plan, Clock clock, TransitionLog log) {
        return new Intake(restores, profiles, plan, clock, log);
    }

    @Produces
    @Singleton
    Control control(Restores restores, Profiles profiles, StepSequence plan, Clock clock, TransitionLog log) {
        return new Control(restores, profiles, plan, clock, log);
    }

    @Produces
    @Singleton
    DryRun dryRun(Intake intake, World world, DryRuns dryRuns, StepSequence plan, Clock clock) {
        return new DryRun(intake, world, dryRuns, plan, clock);
    }

    @Produces
    @Singleton
    Overdue overdue(Restores restores, WakeUps wakeUps, Clock clock) {
        return new Overdue(restores, wakeUps, clock);
    }

    @Produces
    @Singleton
    DatabaseWork databaseWork(
            Restores restores, DryRuns dryRuns, Database database, JobResults results, JobReports reports) {
        return new DatabaseWork(restores, dryRuns, database, results, reports);
    }
}
