package io.aurorarestore.engine;

import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Restores;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * Counts how often in a row the work on a restore has ended in an error that nobody expected, so that it does not go
 * on for ever. Only wake-ups count: each restore has one to come, and they do not come in bursts, as events do.
 */
final class UnexpectedErrors {

    /** As often as the queue delivers one message. */
    private static final int MOST = 5;

    private final Restores restores;

    UnexpectedErrors(Restores restores) {
        this.restores = restores;
    }

    /** What passes by itself, such as a throttled store, says nothing about the restore. */
    boolean matters(Throwable failure) {
        return !(failure instanceof CallFailedException failed && failed.passes());
    }

    /**
     * Notes one more. Nothing but the number changes, so that lease and wake-up stay; if somebody else commits at the same
     * time, it does not count.
     *
     * @return the restore, once it was too often
     */
    Uni<Optional<Restore>> count(RestoreId id, Trigger trigger) {
        return trigger.wakesUp()
                ? restores.load(id)
                        .chain(found -> found.filter(
                                        restore -> !restore.status().terminal())
                                .map(this::count)
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<Optional<Restore>> count(Restore restore) {
        Restore after = restore.with(restore.progress().failedUnexpectedly()).next(0);
        return restores.commit(new Transition(restore, after, List.of()))
                .map(kept -> Optional.of(after)
                        .filter(noted -> kept && noted.progress().unexpected() >= MOST));
    }

    /** The error's own text may hold anything: it stands in the log alone. */
    static Failure inWords(Restore restore, Throwable failure) {
        String what = "Step " + restore.step().label() + " failed "
                + restore.progress().unexpected() + " times in a row";
        return failure instanceof CallFailedException failed
                ? new Failure(failed.failure().code(), what + ": " + failed.getMessage())
                : new Failure(
                        FailureCode.UNEXPECTED,
                        what + " with " + failure.getClass().getName() + ".");
    }
}
