package io.aurorarestore.engine;

import java.time.Duration;

/** How long to wait before describing again: at first, and at most after doubling each time. */
public record Pace(Duration first, Duration longest) {

    /** SQS delays a message by at most this. */
    public static final Duration LONGEST = Duration.ofMinutes(15);

    /** Something is about to be so. */
    public static final Pace SOON = new Pace(Duration.ofSeconds(5), Duration.ofSeconds(30));

    /** RDS sends an event for it: looking is only for the case that it is lost. */
    public static final Pace STEADY = new Pace(Duration.ofMinutes(1), LONGEST);

    /** Looks again after about half of what is left. */
    public static Pace byProgress(Duration elapsed, int percent) {
        long left = percent <= 0 ? 60 : elapsed.toSeconds() * (100 - percent) / percent / 2;
        return every(Duration.ofSeconds(Math.max(30, Math.min(left, LONGEST.toSeconds()))));
    }

    /** Always the same. */
    public static Pace every(Duration pause) {
        return new Pace(pause, pause);
    }

    /** @param checkIns how often it was looked at already */
    public Duration after(int checkIns) {
        Duration grown = first.multipliedBy(1L << Math.min(checkIns, 20));
        return grown.compareTo(longest) > 0 ? longest : grown;
    }
}
