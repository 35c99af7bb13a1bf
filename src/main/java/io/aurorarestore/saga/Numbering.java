package io.aurorarestore.saga;

import io.aurorarestore.port.CommitRefused;
import io.aurorarestore.port.CommitRefused.Why;
import io.aurorarestore.port.Restores;
import io.aurorarestore.restore.Transition;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Commits with an audit number that is free. One can be taken already where a table was restored to a point in time: then
 * the next free one is tried, once.
 */
record Numbering(Restores restores) {

    /** What was committed, or nothing if somebody else was first; fails with {@link CommitRefused}. */
    Uni<Optional<Transition>> commit(Transition transition) {
        return once(transition)
                .onFailure(failure -> CommitRefused.isFor(Why.ENTRY_EXISTS, failure))
                .recoverWithUni(() -> withFreeNumber(transition));
    }

    private Uni<Optional<Transition>> withFreeNumber(Transition transition) {
        return restores.lastEntry(transition.before().id()).chain(last -> once(transition.numberedAfter(last)));
    }

    private Uni<Optional<Transition>> once(Transition transition) {
        return restores.commit(transition).map(kept -> kept ? Optional.of(transition) : Optional.empty());
    }
}
