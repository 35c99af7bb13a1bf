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
import io.aurorarestore.model.restore.ScriptProgress;
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
    static final Duration RESEND_LONG = Duration.ofMinutes(17);

    @Override
    public Duration deadline() {
        return Duration.ofMinutes(30);
    }

    @Override
    public List<Describe> describe(Restore restore) {
        return sent(restore).isPresent() || restore.progress().run() > 1
                ? List.of(new Describe.AtJobResult(DatabaseJob.of(restore)))
                : List.of(new Describe.AtUnsentJob(DatabaseJob.of(restore)));
    }

    @Override
    public Decision decide(Restore restore, Observed seen) {
        return result(restore, seen)
                .map(report -> judge(restore, report, seen.now()))
                .orElseGet(() -> waitOrSend(restore, sent(restore), seen.now(), unheard(restore)));
    }

    /** What the database function wrote, of this run or that an earlier one was done; where it died over it, that it did. */
    static Optional<JobReport> result(Restore restore, Observed seen) {
        DatabaseJob job = DatabaseJob.of(restore);
        return seen.report()
                .filter(report -> report.concerns(job))
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

    /** After how long a job of which nothing was heard is sent again: it may have been lost. */
    Duration unheard(Restore restore) {
        return RESEND;
    }

    /** @param alive when it was sent, or last heard of */
    private static Decision waitOrSend(Restore restore, Optional<Instant> alive, Instant now, Duration patience) {
        DatabaseJob job = DatabaseJob.of(restore);
        boolean lately = alive.filter(at -> now.isBefore(at.plus(patience))).isPresent();
        return lately
                ? Decision.await("the report of the database function", UsualPace.JOB)
                : Decision.act(new RunDatabaseJob(job), UsualPace.JOB);
    }

    static Optional<Instant> sent(Restore restore) {
        return restore.progress().actedAt(RunDatabaseJob.KEY);
    }

    private static Decision judge(Restore restore, JobReport report, Instant now) {
        return switch (report.outcome()) {
            case DONE -> Decision.done(report.detail(), UnaryOperator.identity(), report.warnings());
            case FAILED ->
                report.failure()
                        .map(failure -> Decision.fail(failure.code(), failure.message(), DatabaseStep::over))
                        .orElseThrow();
            case NOT_YET -> Decision.await(report.detail(), Pace.SOON, DatabaseStep::over);
            case CONTINUES ->
                Decision.act(
                        new RunDatabaseJob(report.job().next()), UsualPace.JOB, after -> noting(report, over(after)));
            case RUNNING -> goingOn(restore, report, now);
        };
    }

    /** A job that says nothing more was killed; its queue brings it again, before it is sent again. */
    private static Decision goingOn(Restore restore, JobReport report, Instant now) {
        Optional<Instant> heard = report.progress().map(ScriptProgress::at);
        Optional<Instant> alive =
                sent(restore).filter(at -> heard.filter(at::isBefore).isEmpty()).or(() -> heard);
        Decision decision = waitOrSend(restore, alive, now, RESEND_LONG);
        return decision instanceof Decision.Await await
                ? Decision.await(report.detail(), await.pace(), after -> noting(report, after))
                : decision;
    }

    private static Restore noting(JobReport report, Restore now) {
        return report.progress()
                .map(work -> now.with(now.progress().working(work)))
                .orElse(now);
    }

    /** The job has reported its own end: nothing of it is still to come. */
    private static Restore over(Restore now) {
        return now.with(now.progress().nextRun(RunDatabaseJob.KEY));
    }
}
