package io.aurorarestore.local.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Time that stands still until a test moves it. Actions due at the same instant run in the order they were asked for,
 * so a run is the same every time. For one thread only.
 */
public final class VirtualTimeline implements Timeline {

    private record Due(Instant at, long order, Runnable action) {}

    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::order));
    private Instant now;
    private long asked;

    public VirtualTimeline(Instant start) {
        this.now = start;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void after(Duration delay, Runnable action) {
        due.add(new Due(now.plus(delay.isNegative() ? Duration.ZERO : delay), asked++, action));
    }

    /** When the next action is due, if any is. */
    public Optional<Instant> next() {
        return Optional.ofNullable(due.peek()).map(Due::at);
    }

    /** Moves to the next action and runs it; false if there is none. */
    public boolean runNext() {
        Due next = due.poll();
        if (next == null) {
            return false;
        }
        now = next.at();
        next.action().run();
        return true;
    }

    /** Lets time pass, and everything happen that is due in it, also what only comes up meanwhile. */
    public void advance(Duration by) {
        Instant until = now.plus(by);
        while (next().filter(at -> !at.isAfter(until)).isPresent()) {
            runNext();
        }
        now = until;
    }
}
