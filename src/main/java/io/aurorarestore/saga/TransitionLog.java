package io.aurorarestore.saga;

import io.aurorarestore.restore.AuditEntry;
import io.aurorarestore.restore.RestoreId;

/** Hears of each transition once it is committed. */
@FunctionalInterface
public interface TransitionLog {

    void committed(AuditEntry entry);

    /** Somebody could not be told of a restore. */
    default void untold(RestoreId restore, String what, String why) {}

    /** A restore is given up, for now, because of an error that nobody expected. */
    default void gaveUp(RestoreId restore, Throwable why) {}
}
