package io.aurorarestore.port;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time that a database job has in one invocation, by what Lambda has left for it. */
public record JobTime(Instant begins, Instant ends, Clock clock) {

    private static final Duration LEAST = Duration.ofMillis(1);

    public static JobTime until(Instant ends, Clock clock) {
        return new JobTime(clock.instant(), ends, clock);
    }

    /** For work that takes seconds: what does not answer is tried again rather than waited for. */
    public JobTime atMost(Duration longest) {
        Instant earlier = begins.plus(longest);
        return new JobTime(begins, earlier.isBefore(ends) ? earlier : ends, clock);
    }

    /** All of it, as it was at the begin. */
    public Duration whole() {
        return atLeast(Duration.between(begins, ends));
    }

    /** What is left of it, and at most so much, for work that begins now. */
    public JobTime leftFor(Duration longest) {
        return until(ends, clock).atMost(longest);
    }

    /** From now on; never nothing. */
    public Duration left() {
        return atLeast(Duration.between(clock.instant(), ends));
    }

    private static Duration atLeast(Duration time) {
        return time.compareTo(LEAST) < 0 ? LEAST : time;
    }
}
