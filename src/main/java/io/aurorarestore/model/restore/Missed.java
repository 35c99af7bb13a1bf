package io.aurorarestore.model.restore;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that was missing each time it was looked for, and since when.
 *
 * @param since the first of those looks
 */
public record Missed(Missing what, Instant since) {

    /** Whether it was missed for so long. */
    public boolean lasts(Duration longEnough, Instant now) {
        return !now.isBefore(since.plus(longEnough));
    }
}
