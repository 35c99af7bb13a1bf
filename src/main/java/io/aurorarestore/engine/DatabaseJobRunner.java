package io.aurorarestore.engine;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Database;
import io.aurorarestore.port.DryRuns;
import io.aurorarestore.port.JobReports;
import io.aurorarestore.port.JobResults;
import io.aurorarestore.port.JobTime;
import io.aurorarestore.port.Restores;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs a job in the database function: does what the step of the restore, or of the dry run, wants done, and writes
 * the result.
 */
public final class DatabaseJobRunner {

    /** At the end of the invocation, to write the result and tell of it. */
    private static final Duration TO_REPORT = Duration.ofSeconds(10);

    private static final Duration BETWEEN_NEWS = Duration.ofMinutes(1);

    /** Longer than it ever takes to ask an endpoint who it is: nobody may be served meanwhile. */
    private static final Duration TO_IDENTIFY = Duration.ofSeconds(50);

    private final Restores restores;
    private final DryRuns dryRuns;
    private final Database database;
    private final JobResults results;
    private final JobReports reports;
    private final Clock clock;
    private final TransitionLog log;

    public DatabaseJobRunner(
            Restores restores,
            DryRuns dryRuns,
            Database database,
            JobResults results,
            JobReports reports,
            Clock clock,
            TransitionLog log) {
        this.restores = restores;
        this.dryRuns = dryRuns;
        this.database = database;
        this.results = results;
        this.reports = reports;
        this.clock = clock;
        this.log = log;
    }

    /**
     * A job that is no longer its restore's current one is dropped.
     *
     * @param ends when Lambda ends the invocation
     */
    public Uni<Void> run(DatabaseJob job, Instant ends) {
        return find(job.restore())
                .chain(found -> found.filter(restore -> wants(restore, job))
                        .map(restore -> report(restore, job, JobTime.until(ends.minus(TO_REPORT), clock)))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Optional<Restore>> find(RestoreId id) {
        return restores.load(id)
                .chain(found -> found.isPresent() ? Uni.createFrom().item(found) : dryRuns.find(id));
    }

    private Uni<Void> report(Restore restore, DatabaseJob job, JobTime time) {
        return work(restore, job, time)
                .onFailure(CallFailedException.class)
                .recoverWithItem(failure -> failed(job, failure))
                .chain(results::write)
                .chain(() -> reports.tell(job, Duration.ZERO));
    }

    private Uni<JobReport> work(Restore restore, DatabaseJob job, JobTime time) {
        return switch (job.step()) {
            case PREFLIGHT -> database.readSecrets(restore).map(done -> JobReport.done(job, done));
            case CONFIGURE_DATABASE -> configure(restore, job, time);
            case VERIFY_RESTORE -> database.verify(restore, time).map(done -> JobReport.done(job, done));
            case VERIFY_ENDPOINT ->
                database.identify(restore, time.atMost(TO_IDENTIFY)).map(found -> done(job, found));
            default -> throw new IllegalArgumentException("no database job belongs to " + job.step());
        };
    }

    private Uni<JobReport> configure(Restore restore, DatabaseJob job, JobTime time) {
        AtomicInteger rounds = new AtomicInteger();
        Database.ProgressListener listener = listener(job);
        Database.ProgressListener counting = progress -> {
            rounds.incrementAndGet();
            return listener.heard(progress);
        };
        return configured(restore, time, counting)
                .map(done -> done(job, done))
                .onTermination()
                .invoke(() -> log.databaseRounds(job.restore(), rounds.get()));
    }

    /** A job of its own for what nothing comes before would cost as much again as all of this one. */
    private Uni<Database.Report> configured(Restore restore, JobTime time, Database.ProgressListener listener) {
        return restore.hasHookBefore(StepName.VERIFY_RESTORE)
                ? database.configure(restore, time, listener)
                : database.configureAndVerify(restore, time, listener);
    }

    /** Nothing hangs on it: what cannot be told is told the next time. */
    private Database.ProgressListener listener(DatabaseJob job) {
        AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);
        return progress -> {
            Instant now = clock.instant();
            if (now.isBefore(next.get())) {
                return Uni.createFrom().voidItem();
            }
            next.set(now.plus(BETWEEN_NEWS));
            return results.write(JobReport.running(job, progress))
                    .chain(() -> reports.tell(job, Duration.ZERO))
                    .onFailure(CallFailedException.class)
                    .recoverWithNull();
        };
    }

    private static JobReport done(DatabaseJob job, Database.Report done) {
        return done.stopped()
                .map(at -> JobReport.continues(job, at))
                .orElseGet(() -> JobReport.done(job, done.description(), done.warnings(), done.verified()));
    }

    private static JobReport failed(DatabaseJob job, CallFailedException failed) {
        return failed.kind() == CallFailedException.Kind.FATAL
                ? JobReport.failed(job, failed.failure())
                : JobReport.notYet(job, failed.getMessage());
    }

    private static boolean wants(Restore restore, DatabaseJob job) {
        return !restore.status().terminal() && DatabaseJob.of(restore).equals(job);
    }
}
