package io.aurorarestore.model.restore;

import io.aurorarestore.model.Failure;
import io.aurorarestore.model.text.PlainText;
import java.util.List;
import java.util.Optional;

/**
 * The result of a database job.
 *
 * @param outcome {@code NOT_YET} asks to be tried again
 * @param detail what was done or what is in the way, without secrets
 * @param warnings what the restore's end is to say
 */
public record JobReport(
        DatabaseJob job, Outcome outcome, String detail, Optional<Failure> failure, List<String> warnings) {

    /** In characters: an audit entry and messages tell it. */
    private static final int LONGEST = 4000;

    public JobReport {
        detail = PlainText.shortened(detail, LONGEST);
    }

    public enum Outcome {
        DONE,
        NOT_YET,
        FAILED
    }

    public static JobReport done(DatabaseJob job, String detail) {
        return done(job, detail, List.of());
    }

    public static JobReport done(DatabaseJob job, String detail, List<String> warnings) {
        return new JobReport(job, Outcome.DONE, detail, Optional.empty(), warnings);
    }

    public static JobReport notYet(DatabaseJob job, String detail) {
        return new JobReport(job, Outcome.NOT_YET, detail, Optional.empty(), List.of());
    }

    public static JobReport failed(DatabaseJob job, Failure failure) {
        return new JobReport(job, Outcome.FAILED, failure.message(), Optional.of(failure), List.of());
    }
}
