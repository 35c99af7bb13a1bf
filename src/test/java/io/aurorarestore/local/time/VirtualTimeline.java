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
public final class VirtualTimeline implements ServiceTime {

    /** Only what goes round in circles brings more. */
    private static final int MOST_AT_ONCE = 100_000;

    private record Due(Instant at, long order, Runnable action) {}

    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::order));
    private Instant now;
    private long asked;
    private int atOnce;

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

    /**
     * Moves to the next action and runs it; false if there is none.
     *
     * @throws IllegalStateException where there is no end of actions at one instant, so that time does not go on
     */
    public boolean runNext() {
        Due next = due.poll();
        if (next == null) {
            return false;
        }
        countAt(next.at());
        now = next.at();
        next.action().run();
        return true;
    }

    private void countAt(Instant at) {
        atOnce = at.equals(now) ? atOnce + 1 : 0;
        if (atOnce > MOST_AT_ONCE) {
            throw new IllegalStateException("After " + MOST_AT_ONCE + " actions it is still " + at + ".");
        }
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
