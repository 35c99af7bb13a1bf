package io.aurorarestore.model.restore;

import io.aurorarestore.model.Failure;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.text.PlainText;
import java.util.List;
import java.util.Optional;

/**
 * The result of a database job.
 *
 * @param outcome {@code NOT_YET} asks to be tried again, {@code CONTINUES} to go on at once; after {@code RUNNING} more is to
 *     come
 * @param detail what was done or what is in the way, without secrets
 * @param warnings what the restore's end is to say
 * @param progress how far it is, where it is not through
 * @param verified what was verified with it, in words: the step that verifies then needs no job of its own
 */
public record JobReport(
        DatabaseJob job,
        Outcome outcome,
        String detail,
        Optional<Failure> failure,
        List<String> warnings,
        Optional<ScriptProgress> progress,
        Optional<String> verified) {

    /** In characters: an audit entry and messages tell it. */
    private static final int LONGEST = 4000;

    public JobReport {
        detail = PlainText.shortened(detail, LONGEST);
    }

    public enum Outcome {
        DONE,
        NOT_YET,
        FAILED,
        RUNNING,
        CONTINUES
    }

    public static JobReport done(DatabaseJob job, String detail) {
        return done(job, detail, List.of(), Optional.empty());
    }

    public static JobReport done(DatabaseJob job, String detail, List<String> warnings, Optional<String> verified) {
        return new JobReport(job, Outcome.DONE, detail, Optional.empty(), warnings, Optional.empty(), verified);
    }

    public static JobReport notYet(DatabaseJob job, String detail) {
        return new JobReport(
                job, Outcome.NOT_YET, detail, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    public static JobReport failed(DatabaseJob job, Failure failure) {
        return new JobReport(
                job,
                Outcome.FAILED,
                failure.message(),
                Optional.of(failure),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** The job is at work. */
    public static JobReport running(DatabaseJob job, ScriptProgress progress) {
        return of(job, Outcome.RUNNING, progress);
    }

    /** The invocation had no more time for it: the next run goes on. */
    public static JobReport continues(DatabaseJob job, ScriptProgress progress) {
        return of(job, Outcome.CONTINUES, progress);
    }

    private static JobReport of(DatabaseJob job, Outcome outcome, ScriptProgress progress) {
        return new JobReport(
                job,
                outcome,
                progress.description(),
                Optional.empty(),
                List.of(),
                Optional.of(progress),
                Optional.empty());
    }

    /** That the step which verifies is done, where it was verified with this job. */
    public Optional<JobReport> ofVerifying() {
        return verified.map(what -> done(DatabaseJob.first(job.restore(), StepName.VERIFY_RESTORE), what));
    }

    /** What was done stays done, in whichever run of the try; anything else is its own run's. */
    public boolean concerns(DatabaseJob current) {
        return job.equals(current) || (outcome == Outcome.DONE && job.isEarlierThan(current));
    }

    /** Whether this is believed although that was written before; messages come twice, and late. */
    public boolean replaces(JobReport earlier) {
        if (earlier.outcome == Outcome.DONE) {
            return false;
        }
        if (job.run() > earlier.job.run()) {
            return true;
        }
        if (earlier.outcome == Outcome.FAILED) {
            return false;
        }
        return outcome == Outcome.DONE
                || (job.run() == earlier.job.run()
                        && (outcome != Outcome.RUNNING || earlier.outcome == Outcome.RUNNING));
    }
}
