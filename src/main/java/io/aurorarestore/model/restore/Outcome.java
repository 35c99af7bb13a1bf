package io.aurorarestore.model.restore;

import io.aurorarestore.model.Failure;
import io.aurorarestore.model.text.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a restore turned out: what went wrong on the way, and what an operator decided.
 *
 * @param failure why the restore was rolled back or has failed
 * @param trouble what keeps a failed restore from being undone, or from going on
 * @param failedWhile the direction in which a failed restore was going, and goes on when it is resumed
 * @param cancelled who asked to cancel it, and why
 * @param abandoned whether an operator gave it up
 * @param lost whether the old cluster is gone for good: deleted without a final snapshot, as the request accepted
 * @param warnings what did not work after the pivot, or cannot be kept
 */
public record Outcome(
        Optional<Failure> failure,
        Optional<Failure> trouble,
        Optional<Status> failedWhile,
        Optional<String> cancelled,
        boolean abandoned,
        boolean lost,
        List<String> warnings) {

    public static final Outcome NONE = new Outcome(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, false, List.of());

    /** Of warnings, and of each of them in characters: what is kept of a restore has to stay small. */
    private static final int MOST_WARNINGS = 50;

    /** In characters: of a longer warning the end is cut. */
    public static final int LONGEST_WARNING = 1000;

    private static final String LOST =
            "The old cluster was deleted, without a final snapshot, as the request accepted.";

    /** The first failure is the cause; it stays. */
    public Outcome because(Failure cause) {
        return new Outcome(
                failure.or(() -> Optional.of(cause)), trouble, failedWhile, cancelled, abandoned, lost, warnings);
    }

    public Outcome stuck(Failure what, Status direction) {
        return new Outcome(
                failure.or(() -> Optional.of(what)),
                Optional.of(what),
                Optional.of(direction),
                cancelled,
                abandoned,
                lost,
                warnings);
    }

    /** A restore that goes on forward has no failure any more; one that is undone keeps its cause. */
    public Outcome resumed() {
        boolean forward = failedWhile.filter(Status.RUNNING::equals).isPresent();
        return new Outcome(
                forward ? Optional.empty() : failure,
                Optional.empty(),
                Optional.empty(),
                cancelled,
                abandoned,
                lost,
                warnings);
    }

    public Outcome cancelledBy(String description) {
        return new Outcome(failure, trouble, failedWhile, Optional.of(description), abandoned, lost, warnings);
    }

    public Outcome givenUp() {
        return new Outcome(failure, trouble, failedWhile, cancelled, true, lost, warnings);
    }

    /** What a rollback cannot bring back. */
    public Outcome lostAsAccepted() {
        Outcome warned = warned(List.of(LOST));
        return new Outcome(failure, trouble, failedWhile, cancelled, abandoned, true, warned.warnings());
    }

    public Outcome warned(List<String> more) {
        List<String> all = Stream.concat(
                        warnings.stream(), more.stream().map(warning -> PlainText.shortened(warning, LONGEST_WARNING)))
                .distinct()
                .limit(MOST_WARNINGS)
                .toList();
        return new Outcome(failure, trouble, failedWhile, cancelled, abandoned, lost, all);
    }
}
