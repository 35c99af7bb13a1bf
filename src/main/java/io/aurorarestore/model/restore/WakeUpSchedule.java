package io.aurorarestore.model.restore;

import java.time.Instant;
import java.util.Optional;

/**
 * When a restore is woken next, and who may act on it meanwhile.
 *
 * @param wakeAt when it is overdue, unless it was looked at or committed by then; empty only once the restore has ended and
 *     said so
 * @param chain the number of the live chain of wake-ups: one with a lower number is stale
 */
public record WakeUpSchedule(Optional<Lease> lease, Optional<Instant> wakeAt, long chain) {

    public static WakeUpSchedule dueAt(Instant when) {
        return new WakeUpSchedule(Optional.empty(), Optional.of(when), 0);
    }

    /** Leased, and not due before the lease ends. */
    public WakeUpSchedule leasedTo(Lease lease) {
        Optional<Instant> due = wakeAt.filter(lease.until()::isBefore).or(() -> Optional.of(lease.until()));
        return new WakeUpSchedule(Optional.of(lease), due, chain);
    }

    /** Nobody's, and due at a time that starts a new chain. */
    public WakeUpSchedule wokenAt(Instant when) {
        return new WakeUpSchedule(Optional.empty(), Optional.of(when), chain + 1);
    }

    /** Whether somebody else may be carrying a command out. */
    public boolean keepsOut(String other, Instant now) {
        return lease.filter(held -> held.keepsOut(other, now)).isPresent();
    }

    public WakeUpSchedule free() {
        return new WakeUpSchedule(Optional.empty(), wakeAt, chain);
    }

    public WakeUpSchedule over() {
        return new WakeUpSchedule(Optional.empty(), Optional.empty(), chain);
    }
}
