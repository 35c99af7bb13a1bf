package io.aurorarestore.engine;

import java.time.Duration;

/**
 * How long to let something take before looking again: at first as long as it usually takes, then a share of the time that
 * it has taken by then.
 *
 * @param first before the first look
 * @param share the next pause is this part of the time waited: 10 means a tenth
 * @param least the shortest pause after the first look
 * @param most the longest
 */
public record Pace(Duration first, int share, Duration least, Duration most) {

    /** SQS delays a message by at most this. */
    public static final Duration LONGEST = Duration.ofMinutes(15);

    /** Something is about to be so. */
    public static final Pace SOON = new Pace(Duration.ofSeconds(5), 1, Duration.ofSeconds(5), Duration.ofSeconds(30));

    /** Others have to make room: nobody tells when they do. */
    public static final Pace FOR_ROOM =
            new Pace(Duration.ofMinutes(2), 2, Duration.ofMinutes(2), Duration.ofMinutes(10));

    private static final int TENTH = 10;

    /** RDS sends an event for it: looking is only for the case that it is lost. */
    public static Pace usually(Duration takes) {
        return new Pace(takes, TENTH, Duration.ofSeconds(30), Duration.ofMinutes(5));
    }

    /** Always the same. */
    public static Pace every(Duration pause) {
        return new Pace(Duration.ZERO, 1, pause, pause);
    }

    /** @param waited since it was asked for */
    public Duration after(Duration waited) {
        Duration pause = waited.compareTo(first) < 0 ? first.minus(waited) : waited.dividedBy(share);
        Duration atLeast = pause.compareTo(least) < 0 ? least : pause;
        return waited.compareTo(first) < 0 || atLeast.compareTo(most) < 0 ? atLeast : most;
    }
}
