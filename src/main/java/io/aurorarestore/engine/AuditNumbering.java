package io.aurorarestore.engine;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.CommitRefusedException;
import io.aurorarestore.port.CommitRefusedException.Why;
import io.aurorarestore.port.Restores;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Commits a transition under an audit number that is free. One can be taken already where a table was restored to a
 * point in time: then the next free one is tried, once.
 */
public record AuditNumbering(Restores restores) {

    /** What whoever asks is told once others were first each time. */
    public static CallFailedException lostTooOften(RestoreId restore) {
        return new CallFailedException(
                CallFailedException.Kind.RETRY,
                FailureCode.NOT_POSSIBLE_NOW,
                "Restore " + restore + " is being changed at the same time: ask once more.");
    }

    /** What was committed, or nothing if somebody else was first; fails with {@link CommitRefusedException}. */
    public Uni<Optional<Transition>> commit(Transition transition) {
        return once(transition)
                .onFailure(failure -> CommitRefusedException.isFor(Why.ENTRY_EXISTS, failure))
                .recoverWithUni(() -> withFreeNumber(transition));
    }

    private Uni<Optional<Transition>> withFreeNumber(Transition transition) {
        return restores.lastEntry(transition.before().id()).chain(last -> once(transition.numberedAfter(last)));
    }

    private Uni<Optional<Transition>> once(Transition transition) {
        return restores.commit(transition).map(kept -> kept ? Optional.of(transition) : Optional.empty());
    }
}
