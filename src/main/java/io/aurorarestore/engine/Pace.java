package io.aurorarestore.engine;

import io.aurorarestore.model.history.Expected;
import java.time.Duration;

/**
 * How long to let something take before looking again: at first as long as it usually takes, then a share of the time that
 * it has taken by then.
 *
 * @param first before the first look
 * @param share the next pause is this part of the time waited: 10 means a tenth
 * @param least the shortest pause after the first look
 * @param most the longest after the first look
 * @param told whether RDS sends an event once it is so
 * @param usual what earlier restores say of {@code first}
 */
public record Pace(Duration first, int share, Duration least, Duration most, boolean told, FirstLook usual) {

    /** SQS delays a message by at most this. */
    public static final Duration LONGEST = Duration.ofMinutes(15);

    /** Something is about to be so. */
    public static final Pace SOON = new Pace(Duration.ofSeconds(5), 1, Duration.ofSeconds(5), Duration.ofSeconds(30));

    /** Others have to make room: nobody tells when they do. */
    public static final Pace FOR_ROOM =
            new Pace(Duration.ofMinutes(2), 2, Duration.ofMinutes(2), Duration.ofMinutes(10));

    private static final int TENTH = 10;

    public Pace(Duration first, int share, Duration least, Duration most) {
        this(first, share, least, most, false, FirstLook.AS_THE_TABLE_SAYS);
    }

    /** The same, for what RDS sends an event for. */
    public Pace asTold() {
        return new Pace(first, share, least, most, true, usual);
    }

    /** RDS sends an event for it: looking is only for the case that it is lost. */
    public static Pace usually(Duration takes) {
        return new Pace(takes, TENTH, Duration.ofSeconds(30), Duration.ofMinutes(5)).asTold();
    }

    /** Always the same. */
    public static Pace every(Duration pause) {
        return new Pace(Duration.ZERO, 1, pause, pause);
    }

    /** For the same, always at this interval. */
    Pace at(Duration pause) {
        return new Pace(Duration.ZERO, 1, pause, pause, told, FirstLook.AS_THE_TABLE_SAYS);
    }

    /** The same, where nothing else is to be done in the step: what it usually takes counts, where that is known. */
    public Pace lastInStep(FirstLook look) {
        return new Pace(first, share, least, most, told, look);
    }

    /**
     * The same, the first look when the step usually is over. What is wrong of that costs a look, or one longest pause.
     *
     * @param before what the step had taken when that was asked for
     */
    Pace expecting(Expected step, Duration before) {
        if (usual == FirstLook.AS_THE_TABLE_SAYS) {
            return this;
        }
        Duration look = usual.at(first, step).minus(before);
        return new Pace(look.compareTo(least) < 0 ? least : look, share, least, most, told, usual);
    }

    /** @param waited since it was asked for */
    public Duration after(Duration waited) {
        if (waited.compareTo(first) < 0) {
            return between(least, first.minus(waited), LONGEST);
        }
        return between(least, waited.dividedBy(share), most);
    }

    private static Duration between(Duration least, Duration pause, Duration most) {
        Duration atLeast = pause.compareTo(least) < 0 ? least : pause;
        return atLeast.compareTo(most) < 0 ? atLeast : most;
    }
}
