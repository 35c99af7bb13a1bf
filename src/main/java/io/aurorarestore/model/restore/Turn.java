package io.aurorarestore.model.restore;

import java.time.Instant;
import java.util.Optional;

/**
 * When a restore is looked at again, and who may act on it meanwhile.
 *
 * @param wakeAt empty only once the restore has ended and said so
 * @param chain the number of the live chain of wake-ups: one with a lower number is stale
 */
public record Turn(Optional<Lease> lease, Optional<Instant> wakeAt, long chain) {

    public static Turn dueAt(Instant when) {
        return new Turn(Optional.empty(), Optional.of(when), 0);
    }

    /** Leased, and due again when the lease ends. */
    public Turn leasedTo(Lease lease) {
        return new Turn(Optional.of(lease), Optional.of(lease.until()), chain);
    }

    /** Nobody's, and due at a time that starts a new chain. */
    public Turn wokenAt(Instant when) {
        return new Turn(Optional.empty(), Optional.of(when), chain + 1);
    }

    /** Whether somebody else may be carrying a command out. */
    public boolean keepsOut(String other, Instant now) {
        return lease.filter(held -> held.keepsOut(other, now)).isPresent();
    }

    public Turn free() {
        return new Turn(Optional.empty(), wakeAt, chain);
    }

    public Turn over() {
        return new Turn(Optional.empty(), Optional.empty(), chain);
    }
}
