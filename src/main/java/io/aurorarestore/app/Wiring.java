package io.aurorarestore.app;

import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.engine.DatabaseJobRunner;
import io.aurorarestore.engine.OverdueRestores;
import io.aurorarestore.engine.Reconciler;
import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.engine.TransitionLog;
import io.aurorarestore.intake.DashboardActions;
import io.aurorarestore.intake.DryRun;
import io.aurorarestore.intake.HookAnswers;
import io.aurorarestore.intake.Intake;
import io.aurorarestore.intake.OperatorActions;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.plan.RestorePlan;
import io.aurorarestore.port.Announcer;
import io.aurorarestore.port.Aurora;
import io.aurorarestore.port.AuroraControl;
import io.aurorarestore.port.Database;
import io.aurorarestore.port.DatabaseJobs;
import io.aurorarestore.port.DryRuns;
import io.aurorarestore.port.HookEvents;
import io.aurorarestore.port.JobReports;
import io.aurorarestore.port.JobResults;
import io.aurorarestore.port.MasterSecrets;
import io.aurorarestore.port.Ports;
import io.aurorarestore.port.Profiles;
import io.aurorarestore.port.Restores;
import io.aurorarestore.port.StateChanges;
import io.aurorarestore.port.WakeUps;
import io.aurorarestore.port.Workflows;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Produces the beans of the engine and the intake, which know no framework, from the ports that the adapters provide.
 */
class Wiring {

    @Produces
    @Singleton
    Home home(@ConfigProperty(name = "aws.region") String region, ServiceConfig config) {
        return new Home(
                region,
                config.account(),
                config.databaseVpc().filter(vpc -> !vpc.isBlank()),
                config.clusterRolePattern().filter(pattern -> !pattern.isBlank()));
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
    Ports ports(
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
        return new Ports(
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
                workflows,
                hookEvents);
    }

    @Produces
    @Singleton
    Reconciler reconciler(Ports ports, StepSequence plan, Clock clock, TransitionLog log) {
        return new Reconciler(ports, plan, clock, log);
    }

    @Produces
    @Singleton
    Intake intake(Restores restores, Profiles profiles, StepSequence plan, Clock clock, TransitionLog log) {
        return new Intake(restores, profiles, plan, clock, log);
    }

    @Produces
    @Singleton
    OperatorActions operatorActions(
            Restores restores, Profiles profiles, StepSequence plan, Clock clock, TransitionLog log) {
        return new OperatorActions(restores, profiles, plan, clock, log);
    }

    @Produces
    @Singleton
    DashboardActions dashboardActions(
            Restores restores, Profiles profiles, OperatorActions actions, StepSequence plan, Clock clock) {
        return new DashboardActions(restores, profiles, actions, plan, clock);
    }

    @Produces
    @Singleton
    HookAnswers hookAnswers(Restores restores, Profiles profiles, Clock clock, TransitionLog log) {
        return new HookAnswers(restores, profiles, clock, log);
    }

    @Produces
    @Singleton
    DryRun dryRun(Intake intake, Ports ports, DryRuns dryRuns, StepSequence plan, Clock clock) {
        return new DryRun(intake, ports, dryRuns, plan, clock);
    }

    @Produces
    @Singleton
    OverdueRestores overdueRestores(Restores restores, WakeUps wakeUps, Clock clock) {
        return new OverdueRestores(restores, wakeUps, clock);
    }

    @Produces
    @Singleton
    DatabaseJobRunner databaseJobRunner(
            Restores restores,
            DryRuns dryRuns,
            Database database,
            JobResults results,
            JobReports reports,
            Clock clock,
            TransitionLog log) {
        return new DatabaseJobRunner(restores, dryRuns, database, results, reports, clock, log);
    }
}
