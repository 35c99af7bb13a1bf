package io.aurorarestore.simulation;

import io.aurorarestore.command.DeleteCluster;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.request.AcceptedRequest;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.model.settings.DatabaseSettings;
import io.aurorarestore.model.settings.Settings;
import io.aurorarestore.port.Aurora;
import io.aurorarestore.port.AuroraControl;
import io.aurorarestore.port.DatabaseJobs;
import io.aurorarestore.port.JobResults;
import io.aurorarestore.port.Ports;
import io.aurorarestore.port.Restores;
import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What wrong engines do at a wrong time, or although they must not. */
final class EngineMistakes {

    private EngineMistakes() {}

    /** The lock is free as soon as only the last step is left. */
    static Ports unlockingEarly(Ports ports, SimulatedWorld world) {
        return PortOverride.in(ports, Restores.class, "commit", (arguments, really) -> {
            Restore after = ((Transition) arguments[0]).after();
            return really.apply(arguments).invoke(() -> {
                if (after.step() == StepName.ARCHIVE_SNAPSHOT && after.status() == Status.RUNNING) {
                    world.restores.release(after);
                }
            });
        });
    }

    /** The new password is made current before anybody knows who answers. */
    static Ports activatingEarly(Ports ports, SimulatedWorld world) {
        return PortOverride.in(ports, DatabaseJobs.class, "send", (arguments, really) -> {
            DatabaseJob job = (DatabaseJob) arguments[0];
            Restore restore = world.kept(job.restore());
            return job.step() == StepName.VERIFY_ENDPOINT
                    ? ports.masterSecrets()
                            .activate(restore.masterSecret(), restore.masterVersion())
                            .chain(() -> really.apply(arguments).replaceWithVoid())
                    : really.apply(arguments);
        });
    }

    /** A protection is in nobody's way: it is not looked at, and lifted with the deletion. */
    static Ports liftingProtection(Ports ports, EngineFlaw.Context context) {
        Ports blind = PortOverride.<Aurora, List<Cluster>>answers(
                ports,
                Aurora.class,
                "clusters",
                seen -> seen.stream()
                        .map(one -> one.name().equals(context.restore().names().setAside())
                                ? DeceivedEngine.unprotected(one)
                                : one)
                        .toList());
        return PortOverride.in(blind, AuroraControl.class, "deleteCluster", (arguments, really) -> {
            String name = ((DeleteCluster) arguments[0]).cluster();
            return isProtected(context.world(), name)
                    ? ports.control()
                            .setProtection(name, false)
                            .chain(() -> really.apply(arguments).replaceWithVoid())
                    : really.apply(arguments);
        });
    }

    private static boolean isProtected(SimulatedWorld world, String cluster) {
        return world.home
                .now()
                .cluster(cluster)
                .filter(one -> one.settings().deletionProtection())
                .isPresent();
    }

    /** The profile is read again whenever a restore is looked at. */
    static Ports readingTheProfileAgain(Ports ports, SimulatedWorld world) {
        return PortOverride.<Restores, Optional<Restore>>answers(
                ports, Restores.class, "load", found -> found.map(one -> edited(one, world)));
    }

    private static Restore edited(Restore restore, SimulatedWorld world) {
        Settings kept = restore.settings();
        DatabaseSettings database = kept.database();
        DatabaseSettings now = new DatabaseSettings(
                database.first().name(),
                database.first().users(),
                database.dropRoles(),
                database.lockRoles(),
                database.keepRoles(),
                world.profile.now().scripts().orElseThrow(),
                database.first().checks());
        Settings settings =
                new Settings(kept.allowedSources(), kept.asked(), kept.origins(), now, kept.steps(), kept.hooks());
        AcceptedRequest accepted = restore.accepted();
        return new Restore(
                restore.id(),
                restore.version(),
                restore.entries(),
                new AcceptedRequest(accepted.request(), settings, accepted.key(), accepted.by(), accepted.openedAt()),
                restore.progress(),
                restore.outcome(),
                restore.outputs(),
                restore.resources(),
                restore.schedule(),
                restore.outbox(),
                restore.hooks());
    }

    /** That any job of the restore was done is taken for this one's result. */
    static Ports believingAnyJob(Ports ports) {
        return believing(
                ports,
                job -> Arrays.stream(StepName.values())
                        .filter(step -> step.compareTo(job.step()) < 0)
                        .map(step -> new DatabaseJob(job.restore(), step, 1, 1)));
    }

    /** What an earlier attempt of the same work came to is taken for this one's result. */
    static Ports believingAnyAttempt(Ports ports) {
        return PortOverride.in(ports, JobResults.class, "of", (arguments, really) -> {
            DatabaseJob wanted = (DatabaseJob) arguments[0];
            DatabaseJob first = new DatabaseJob(wanted.restore(), wanted.step(), 1, 1);
            Uni<Optional<JobReport>> earliest = PortOverride.answer(really.apply(new Object[] {first}));
            Uni<Optional<JobReport>> own = PortOverride.answer(really.apply(arguments));
            return earliest.chain(some -> some.isPresent() ? Uni.createFrom().item(some) : own)
                    .map(some -> some.map(one -> about(wanted, one)));
        });
    }

    private static Ports believing(Ports ports, Function<DatabaseJob, Stream<DatabaseJob>> others) {
        return PortOverride.in(ports, JobResults.class, "of", (arguments, really) -> {
            DatabaseJob wanted = (DatabaseJob) arguments[0];
            Uni<Optional<JobReport>> found = PortOverride.answer(really.apply(arguments));
            for (DatabaseJob other : others.apply(wanted).toList()) {
                Uni<Optional<JobReport>> also = PortOverride.answer(really.apply(new Object[] {other}));
                found = found.chain(some -> some.isPresent() ? Uni.createFrom().item(some) : also);
            }
            return found.map(some -> some.map(one -> about(wanted, one)));
        });
    }

    private static JobReport about(DatabaseJob job, JobReport report) {
        return new JobReport(
                job,
                report.outcome(),
                report.detail(),
                report.failure(),
                report.warnings(),
                report.progress(),
                report.verified());
    }

    /** That the target's endpoint answers as another is taken for its answer. */
    static Ports takingNotYetForDone(Ports ports) {
        return PortOverride.<JobResults, Optional<JobReport>>answers(
                ports, JobResults.class, "of", found -> found.map(EngineMistakes::takenForDone));
    }

    private static JobReport takenForDone(JobReport report) {
        return report.job().step() == StepName.VERIFY_ENDPOINT && report.outcome() == JobReport.Outcome.NOT_YET
                ? JobReport.done(report.job(), report.detail())
                : report;
    }

    /** That a job has configured is enough. */
    static Ports takingConfiguredForVerified(Ports ports) {
        return PortOverride.<JobResults, Optional<JobReport>>answers(
                ports, JobResults.class, "of", found -> found.map(EngineMistakes::takenForVerified));
    }

    private static JobReport takenForVerified(JobReport report) {
        return report.outcome() == JobReport.Outcome.DONE
                ? JobReport.done(report.job(), report.detail(), report.warnings(), Optional.of("verified"))
                : report;
    }
}
