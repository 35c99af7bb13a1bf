package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.settings.Script;
import io.aurorarestore.port.JobTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Decides what may still begin in an invocation: its first script may always, for no other will have more time. */
final class ScriptTime {

    /** To roll back, and to be told of it. */
    private static final Duration TO_END = Duration.ofSeconds(5);

    private static final int LEAST_SHARE = 3;
    private static final int TENTH = 10;

    private final JobTime time;
    private boolean used;

    ScriptTime(JobTime time) {
        this.time = time;
    }

    Clock clock() {
        return time.clock();
    }

    Instant now() {
        return clock().instant();
    }

    /** What cannot be rolled back is not begun in what others have left. */
    boolean suffices(Script script) {
        Duration least = script.transaction()
                ? time.whole().dividedBy(LEAST_SHARE)
                : time.whole().minus(time.whole().dividedBy(TENTH));
        return suffices(least);
    }

    /** For what has taken so long the last time. */
    boolean suffices(Duration last) {
        return !used || limit().compareTo(last) > 0;
    }

    /** What a statement that begins now may take. */
    Duration limit() {
        Duration left = time.left();
        Duration toEnd = left.dividedBy(TENTH);
        return left.minus(toEnd.compareTo(TO_END) < 0 ? toEnd : TO_END);
    }

    /** Answers whether what begins now is the first. */
    boolean begins() {
        boolean first = !used;
        used = true;
        return first;
    }
}
