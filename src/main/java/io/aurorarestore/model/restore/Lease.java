package io.aurorarestore.model.restore;

import java.time.Instant;

/**
 * The right to carry out the command just committed, which ends with its holder's invocation at the latest.
 *
 * @param lapses whether nobody frees it earlier: the wait for what shows itself was committed with it
 */
public record Lease(String holder, Instant until, boolean lapses) {

    public Lease(String holder, Instant until) {
        this(holder, until, false);
    }

    public Lease untilItLapses() {
        return new Lease(holder, until, true);
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    public boolean keepsOut(String other, Instant now) {
        return !holder.equals(other) && now.isBefore(until);
    }
}
