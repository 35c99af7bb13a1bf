package io.aurorarestore.plan.step;

import io.aurorarestore.command.RunDatabaseJob;
import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Pace;
import io.aurorarestore.engine.Step;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.model.restore.Restore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Base of the steps whose work the database function does. A job without a report is sent again: doing it twice does
 * no harm.
 */
abstract class DatabaseStep implements Step {

    private static final Duration RESEND = Duration.ofMinutes(2);

    /** An invocation may take 15 minutes, and one that was killed comes again by its queue a minute later. */
    private static final Duration RESEND_LONG = Duration.ofMinutes(17);

    @Override
    public Duration deadline() {
        return Duration.ofMinutes(30);
    }

    @Override
    public List<Describe> describe(Restore restore) {
        return sent(restore).isPresent() ? List.of(new Describe.AtJobResult(DatabaseJob.of(restore))) : List.of();
    }

    @Override
    public Decision decide(Restore restore, Observed seen) {
        return result(restore, seen).map(DatabaseStep::judge).orElseGet(() -> waitOrSend(restore, seen.now()));
    }

    /** What the database function wrote; where it died over the job, that it did. */
    static Optional<JobReport> result(Restore restore, Observed seen) {
        DatabaseJob job = DatabaseJob.of(restore);
        return seen.report()
                .filter(report -> report.job().equals(job))
                .or(() -> seen.deadJob().filter(job::equals).map(DatabaseStep::givenUp));
    }

    private static JobReport givenUp(DatabaseJob job) {
        return JobReport.failed(
                job,
                new Failure(
                        FailureCode.DATABASE_FAILED,
                        "The database function gave up on the job of step "
                                + job.step().label() + "; its log says why."));
    }

    private static Decision waitOrSend(Restore restore, Instant now) {
        DatabaseJob job = DatabaseJob.of(restore);
        Duration patience = job.mayTakeLong() ? RESEND_LONG : RESEND;
        boolean lately =
                sent(restore).filter(at -> now.isBefore(at.plus(patience))).isPresent();
        return lately
                ? Decision.await("the report of the database function", UsualPace.JOB)
                : Decision.act(new RunDatabaseJob(job), UsualPace.JOB);
    }

    static Optional<Instant> sent(Restore restore) {
        return restore.progress().actedAt(RunDatabaseJob.KEY);
    }

    private static Decision judge(JobReport report) {
        return switch (report.outcome()) {
            case DONE -> Decision.done(report.detail(), UnaryOperator.identity(), report.warnings());
            case FAILED ->
                report.failure()
                        .map(failure -> Decision.fail(failure.code(), failure.message(), DatabaseStep::over))
                        .orElseThrow();
            case NOT_YET -> Decision.await(report.detail(), Pace.SOON, DatabaseStep::over);
        };
    }

    /** The job has reported its own end: nothing of it is still to come. */
    private static Restore over(Restore now) {
        return now.with(now.progress().nextRun(RunDatabaseJob.KEY));
    }
}
