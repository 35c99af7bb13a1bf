package io.aurorarestore.port;

import io.aurorarestore.notification.StateChange;
import io.smallrye.mutiny.Uni;

/** Publishes the state changes of restores to other programs. It holds nothing up: what cannot be told is lost. */
public interface StateChanges {

    /** Fails where it could not be told. */
    Uni<Void> publish(StateChange change);
}
