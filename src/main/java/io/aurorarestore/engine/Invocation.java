package io.aurorarestore.engine;

import io.aurorarestore.model.restore.Lease;
import java.time.Duration;
import java.time.Instant;

/**
 * The function invocation a restore is worked on in.
 *
 * @param holder unique to the piece of work, so that its lease is its own
 * @param ends when Lambda ends it, at the latest
 * @param lost how many of its commits somebody else was before
 */
public record Invocation(String holder, Instant ends, int lost) {

    /** No call takes longer: the SDK clients' time limit lies below it. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(20);

    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(10);

    private static final int MOST_LOST = 3;

    public Invocation(String holder, Instant ends) {
        this(holder, ends, 0);
    }

    /** After somebody else was first once more. */
    Invocation lostOne() {
        return new Invocation(holder, ends, lost + 1);
    }

    /** Whether others are so busy with the restore that it is better left to them for a while. */
    boolean losesTooOften() {
        return lost >= MOST_LOST;
    }

    /** Outlasts the invocation, so that nobody else acts while one of its calls may still be on its way. */
    Lease lease() {
        return new Lease(holder, ends.plus(CLOCKS_DIFFER));
    }

    /** Whether another look and call fit in. */
    boolean hasTime(Instant now) {
        return now.plus(LONGEST_CALL).isBefore(ends);
    }
}
