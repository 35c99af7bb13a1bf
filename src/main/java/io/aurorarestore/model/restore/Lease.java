package io.aurorarestore.model.restore;

import java.time.Instant;

/** The right to carry out the command just committed, which ends with its holder's invocation at the latest. */
public record Lease(String holder, Instant until) {

    public boolean keepsOut(String other, Instant now) {
        return !holder.equals(other) && now.isBefore(until);
    }
}
