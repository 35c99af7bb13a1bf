package io.aurorarestore.plan.step;

import io.aurorarestore.engine.FirstLook;
import io.aurorarestore.engine.Pace;
import io.aurorarestore.model.aws.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long what is asked of RDS usually takes, and a little more, as its users report of small databases. RDS sends an event
 * when it is done: by then one looks in any case. What ends its step is looked at when that was over in earlier restores, once
 * there are some.
 */
final class UsualPace {

    static final Pace SNAPSHOT = Pace.usually(Duration.ofMinutes(4));
    /** A log is saved, or the cluster is ready again. */
    static final Pace BACKUP = Pace.usually(Duration.ofMinutes(2));

    static final Pace RESTORE = Pace.usually(Duration.ofMinutes(6)).lastInStep(FirstLook.AFTER_ITS_EVENT);
    static final Pace CREATE_INSTANCE = Pace.usually(Duration.ofMinutes(5)).lastInStep(FirstLook.AFTER_ITS_EVENT);
    static final Pace RESET_PASSWORD = Pace.usually(Duration.ofSeconds(110)).lastInStep(FirstLook.AFTER_ITS_EVENT);
    static final Pace DELETE_INSTANCE = Pace.usually(Duration.ofMinutes(4));
    static final Pace DELETE_CLUSTER = Pace.usually(Duration.ofMinutes(3));
    static final Pace REBOOT = Pace.usually(Duration.ofSeconds(40));

    /** Nobody may serve meanwhile: an event that is lost costs seconds. */
    static final Pace RENAME = watchful(Duration.ofSeconds(75), Duration.ofSeconds(10));

    /** Of the one cluster of the step. */
    static final Pace RENAME_CLUSTER = RENAME.lastInStep(FirstLook.WATCHFULLY);

    static final Pace STOP_OR_START = watchful(Duration.ofMinutes(4), Duration.ofSeconds(20));

    /** It reports its end by itself; where it does not by then, it is sent again. */
    static final Pace JOB = Pace.usually(Duration.ofSeconds(150)).lastInStep(FirstLook.AFTER_ITS_REPORT);

    /** RDS sends no event for it, and shows how far it is. */
    static final Pace COPY = Pace.usually(Duration.ofMinutes(2));

    /** Others are at work, and make room. */
    static final Pace ROOM = Pace.usually(Duration.ofMinutes(1));

    private static final Duration LEAST = Duration.ofSeconds(5);

    private static final int LEAST_SHARE = 30;

    private UsualPace() {}

    private static Pace watchful(Duration takes, Duration least) {
        return new Pace(takes, 10, least, Duration.ofMinutes(1)).asTold();
    }

    /**
     * Three eighths of what is left, or of what it is late: RDS shows the progress of some copies in large steps, and half
     * would be past the end too often.
     *
     * @param taken until so much of it was seen to be done first
     * @param since that was seen
     */
    static Pace byProgress(int percent, Duration taken, Duration since) {
        if (percent <= 0) {
            return COPY;
        }
        Duration now = taken.plus(since);
        Duration left = taken.multipliedBy(100).dividedBy(percent).minus(now);
        Duration least = now.dividedBy(LEAST_SHARE);
        return Pace.every(between(
                least.compareTo(LEAST) < 0 ? LEAST : least,
                left.abs().multipliedBy(3).dividedBy(8)));
    }

    /** Not before the first of these is likely done. But then others may be first: the longer it waits, the less often it looks. */
    static Pace untilOneIsDone(List<Snapshot> copies, Instant now) {
        Pace room = Pace.FOR_ROOM;
        return copies.stream()
                .filter(copy -> copy.percent() > 0)
                .map(copy -> left(copy, now))
                .min(Duration::compareTo)
                .map(first -> new Pace(Duration.ZERO, room.share(), between(room.least(), first), room.most()))
                .orElse(room);
    }

    /** By how much of it was done in the time since it began. */
    private static Duration left(Snapshot copy, Instant now) {
        return Duration.between(copy.createdAt(), now)
                .multipliedBy(100L - copy.percent())
                .dividedBy(copy.percent());
    }

    private static Duration between(Duration least, Duration pause) {
        Duration atMost = pause.compareTo(Pace.LONGEST) < 0 ? pause : Pace.LONGEST;
        return atMost.compareTo(least) < 0 ? least : atMost;
    }
}
