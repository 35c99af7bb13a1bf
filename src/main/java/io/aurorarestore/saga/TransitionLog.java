package io.aurorarestore.saga;

import io.aurorarestore.restore.AuditEntry;

/** Hears of each transition once it is committed. */
@FunctionalInterface
public interface TransitionLog {

    void committed(AuditEntry entry);
}
