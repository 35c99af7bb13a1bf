package io.aurorarestore.saga.step;

import io.aurorarestore.restore.DatabaseJob;
import io.aurorarestore.restore.JobReport;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.saga.Decision;
import io.aurorarestore.saga.Observed;
import io.aurorarestore.saga.Pace;
import io.aurorarestore.saga.Step;
import io.aurorarestore.saga.command.RunDatabaseJob;
import java.time.Duration;
import java.time.Instant;

/** A step whose work the database function does. A job without a report is sent again: doing it twice does no harm. */
abstract class DatabaseStep implements Step {

    private static final Duration RESEND = Duration.ofMinutes(2);

    @Override
    public Duration deadline() {
        return Duration.ofMinutes(30);
    }

    @Override
    public Decision decide(Restore restore, Observed seen) {
        DatabaseJob job = job(restore);
        return seen.report()
                .filter(report -> report.job().equals(job))
                .map(DatabaseStep::judge)
                .orElseGet(() -> sentLately(restore, seen.now())
                        ? Decision.await("the report of the database function", Pace.STEADY)
                        : Decision.act(new RunDatabaseJob(job), Pace.STEADY));
    }

    private DatabaseJob job(Restore restore) {
        return new DatabaseJob(restore.id(), name(), restore.progress().attempt());
    }

    private static Decision judge(JobReport report) {
        return switch (report.outcome()) {
            case DONE -> Decision.done(report.detail());
            case FAILED ->
                report.failure()
                        .map(failure -> Decision.fail(failure.code(), failure.message()))
                        .orElseThrow();
            case NOT_YET ->
                Decision.await(
                        report.detail(),
                        Pace.SOON,
                        now -> now.with(now.progress().again(RunDatabaseJob.KEY)));
        };
    }

    private static boolean sentLately(Restore restore, Instant now) {
        return restore.progress()
                .actedAt(RunDatabaseJob.KEY)
                .filter(sent -> now.isBefore(sent.plus(RESEND)))
                .isPresent();
    }
}
