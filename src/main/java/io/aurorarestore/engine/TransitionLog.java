package io.aurorarestore.engine;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.StepDuration;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.port.CallFailedException;

/** Is called after each committed transition, and where something is to be counted, for logs and metrics. */
@FunctionalInterface
public interface TransitionLog {

    void committed(AuditEntry entry);

    /** A restore has come to its end: once for each time it does, since a failed one can be resumed. */
    default void ended(Restore restore) {}

    /** A step was done. */
    default void took(Restore restore, StepDuration time) {}

    /** All that there is to say of a transition that was committed. */
    default void kept(Transition transition) {
        transition.entries().forEach(this::committed);
        transition.stepDurations().forEach(time -> took(transition.after(), time));
        if (transition.ends()) {
            ended(transition.after());
        }
    }

    /** Somebody could not be told of a restore. */
    default void untold(RestoreId restore, String what, String why) {}

    /** AWS, or the way to it, did not do what was asked for a restore. */
    default void callFailed(RestoreId restore, CallFailedException failure) {}

    /** A look found what an event of RDS should have told, or tells later. */
    default void lostEvent(RestoreId restore, StepName step) {}

    /** The database function began so many rounds of a profile's scripts in one run. */
    default void databaseRounds(RestoreId restore, int rounds) {}

    /** A later version of the service wrote the restore. */
    default void leftAlone(RestoreId restore, String why) {}

    /** A restore is given up, for now, because of an error that nobody expected. */
    default void gaveUp(RestoreId restore, Throwable why) {}
}
