package io.aurorarestore.engine;

import io.aurorarestore.model.restore.Lease;
import java.time.Duration;
import java.time.Instant;

/**
 * The Lambda invocation that a restore is worked on in.
 *
 * @param holder unique to the piece of work, so that its lease is its own
 * @param ends when Lambda ends it, at the latest
 */
public record Invocation(String holder, Instant ends) {

    /** No call takes longer: the SDK clients' time limit lies below it. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(20);

    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(10);

    /** Outlasts the invocation, so that nobody else acts while one of its calls may still be on its way. */
    Lease lease() {
        return new Lease(holder, ends.plus(CLOCKS_DIFFER));
    }

    /** Whether another look and call fit in. */
    boolean hasTime(Instant now) {
        return now.plus(LONGEST_CALL).isBefore(ends);
    }
}
