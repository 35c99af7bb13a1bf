package io.aurorarestore.engine;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Transition;

/** Is called after each committed transition, for logs and metrics. */
@FunctionalInterface
public interface TransitionLog {

    void committed(AuditEntry entry);

    /** A restore has come to its end: once for each time it does, since a failed one can be resumed. */
    default void ended(Restore restore) {}

    /** All that there is to say of a transition that was committed. */
    default void kept(Transition transition) {
        transition.entries().forEach(this::committed);
        if (transition.ends()) {
            ended(transition.after());
        }
    }

    /** Somebody could not be told of a restore. */
    default void untold(RestoreId restore, String what, String why) {}

    /** A later version of the service wrote the restore. */
    default void leftAlone(RestoreId restore, String why) {}

    /** A restore is given up, for now, because of an error that nobody expected. */
    default void gaveUp(RestoreId restore, Throwable why) {}
}
