package io.aurorarestore.engine;

import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.Progress;
import io.aurorarestore.model.restore.Restore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What follows for a restore that has to wait. Nothing new is not noted: only the restore's own wake-up goes on, or whoever
 * finds that one lost; and an event makes one look more.
 *
 * @param ahead whether it is further than what is stored of it
 * @param at now
 */
record CheckIn(Restore restore, boolean ahead, Trigger trigger, Instant at) {

    private static final int LOOKS_UNTIL_OVERDUE = 2;

    /** A restore that was due at once by the clock that opened it may not be due yet by this one. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    Change waiting(Restore after, Decision.Await await, Pace pace) {
        Restore waits = noting(after, await.what(), await.missing(), pace);
        boolean isNews = isNews(after, waits);
        if (!isNews && !trigger.carriesOn(restore) && !isOverdueAt(at.plus(CLOCKS_DIFFER))) {
            return trigger.wakesUp() ? new Change.Rests(Optional.empty()) : lookingOnceMore();
        }
        Duration next = pauseOf(pace, after);
        boolean begins = trigger.chain().isEmpty(); // an event, when it is overdue in seconds
        return isNews || begins || !waits.equals(restore) || isOverdueAt(at.plus(next))
                ? pausing(after, await.what(), await.missing(), pace)
                : lookingAgain(trigger.chain().orElseThrow(), next);
    }

    /** More than other words for what is waited for. */
    private boolean isNews(Restore after, Restore waits) {
        return ahead
                || restore.schedule().lease().isPresent()
                || restore.progress().unexpected() > 0
                || !after.equals(restore)
                || !waits.progress().missed().equals(restore.progress().missed());
    }

    private boolean isOverdueAt(Instant time) {
        return restore.schedule().wakeAt().filter(time::isBefore).isEmpty();
    }

    /** RDS may not show yet what it tells. But nothing is done so soon after an act: that event is of something earlier. */
    private Change lookingOnceMore() {
        Duration soon = Pace.SOON.first();
        return restore.progress().waited(at).compareTo(soon) < 0
                ? new Change.Rests(Optional.empty())
                : lookingAgain(Trigger.ANY_CHAIN, soon);
    }

    private static Change lookingAgain(long chain, Duration pause) {
        return new Change.Rests(Optional.of(new Change.WakeUp(chain, pause)));
    }

    /** Noted, in a new chain. It is overdue when a few more looks would have come. */
    Change.Pauses pausing(Restore after, String what, Optional<Missing> missing, Pace pace) {
        Duration pause = pauseOf(pace, after);
        Duration another = pace.after(after.progress().waited(at).plus(pause));
        Instant overdue = at.plus(pause).plus(another.multipliedBy(LOOKS_UNTIL_OVERDUE));
        return Change.pausing(
                Optional.empty(),
                noting(after, what, missing, pace).with(after.schedule().wokenAt(overdue)),
                pause);
    }

    private Duration pauseOf(Pace pace, Restore after) {
        return Jitter.of(pace.after(after.progress().waited(at)), after);
    }

    private Restore noting(Restore after, String what, Optional<Missing> missing, Pace pace) {
        Progress waits = after.progress().waiting(what, missing, at);
        return after.with(pace.told() ? waits.toBeTold() : waits);
    }
}
