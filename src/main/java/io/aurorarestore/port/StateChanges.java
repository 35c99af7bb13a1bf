package io.aurorarestore.port;

import io.aurorarestore.notification.StateChange;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Publishes the state changes of restores to other programs. It holds nothing up: what cannot be told is lost. */
public interface StateChanges {

    /** Publishes them together, and answers those that could not be told. */
    Uni<List<Untold>> publish(List<StateChange> changes);
}
