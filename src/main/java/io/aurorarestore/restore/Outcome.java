package io.aurorarestore.restore;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What went wrong on the way, and what an operator decided.
 *
 * @param failure why the restore was rolled back or has failed
 * @param trouble what keeps a failed restore from being undone, or from going on
 * @param failedWhile the direction in which a failed restore was going, and goes on when it is resumed
 * @param cancelled who asked to cancel it, and why
 * @param abandoned whether an operator gave it up
 * @param warnings what did not work after the pivot, or cannot be kept
 */
public record Outcome(
        Optional<Failure> failure,
        Optional<Failure> trouble,
        Optional<Status> failedWhile,
        Optional<String> cancelled,
        boolean abandoned,
        List<String> warnings) {

    public static final Outcome NONE =
            new Outcome(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, List.of());

    /** The warning of what a rollback cannot bring back. */
    public static final String LOST = "The old cluster was deleted, without a final snapshot, as the request accepted.";

    /** The first failure is the cause; it stays. */
    public Outcome because(Failure cause) {
        return new Outcome(failure.or(() -> Optional.of(cause)), trouble, failedWhile, cancelled, abandoned, warnings);
    }

    public Outcome stuck(Failure what, Status direction) {
        return new Outcome(
                failure.or(() -> Optional.of(what)),
                Optional.of(what),
                Optional.of(direction),
                cancelled,
                abandoned,
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
                warnings);
    }

    public Outcome cancelledBy(String words) {
        return new Outcome(failure, trouble, failedWhile, Optional.of(words), abandoned, warnings);
    }

    public Outcome givenUp() {
        return new Outcome(failure, trouble, failedWhile, cancelled, true, warnings);
    }

    public Outcome warned(List<String> more) {
        List<String> all =
                Stream.concat(warnings.stream(), more.stream()).distinct().toList();
        return new Outcome(failure, trouble, failedWhile, cancelled, abandoned, all);
    }
}
