package io.aurorarestore.engine;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Database;
import io.aurorarestore.port.DryRuns;
import io.aurorarestore.port.JobReports;
import io.aurorarestore.port.JobResults;
import io.aurorarestore.port.Restores;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/**
 * Runs a job in the database function: does what the step of the restore, or of the dry run, wants done, and writes
 * the result.
 */
public final class DatabaseJobRunner {

    private final Restores restores;
    private final DryRuns dryRuns;
    private final Database database;
    private final JobResults results;
    private final JobReports reports;

    public DatabaseJobRunner(
            Restores restores, DryRuns dryRuns, Database database, JobResults results, JobReports reports) {
        this.restores = restores;
        this.dryRuns = dryRuns;
        this.database = database;
        this.results = results;
        this.reports = reports;
    }

    /** A job that is no longer its restore's current one is dropped. */
    public Uni<Void> run(DatabaseJob job) {
        return find(job.restore())
                .chain(found -> found.filter(restore -> wants(restore, job))
                        .map(restore -> report(restore, job))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Optional<Restore>> find(RestoreId id) {
        return restores.load(id)
                .chain(found -> found.isPresent() ? Uni.createFrom().item(found) : dryRuns.find(id));
    }

    private Uni<Void> report(Restore restore, DatabaseJob job) {
        return work(restore, job)
                .onFailure(CallFailedException.class)
                .recoverWithItem(failure -> failed(job, failure))
                .chain(results::write)
                .chain(() -> reports.tell(job, Duration.ZERO));
    }

    private Uni<JobReport> work(Restore restore, DatabaseJob job) {
        return switch (job.step()) {
            case PREFLIGHT -> database.readSecrets(restore).map(done -> JobReport.done(job, done));
            case CONFIGURE_DATABASE -> database.configure(restore).map(done -> done(job, done));
            case VERIFY_RESTORE -> database.verify(restore).map(done -> JobReport.done(job, done));
            case VERIFY_ENDPOINT -> database.identify(restore).map(found -> done(job, found));
            default -> throw new IllegalArgumentException("no database job belongs to " + job.step());
        };
    }

    private static JobReport done(DatabaseJob job, Database.Report done) {
        return JobReport.done(job, done.description(), done.warnings());
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
