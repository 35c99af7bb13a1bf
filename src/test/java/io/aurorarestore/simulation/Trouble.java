package io.aurorarestore.simulation;

import io.aurorarestore.local.time.VirtualTimeline;
import java.time.Duration;
import java.time.Instant;

/** Faults, as long as they go on, and when the last one was. */
final class Trouble {

    private final VirtualTimeline time;
    private final Chance chance;
    private final Instant ends;
    private Instant last = Instant.MIN;

    Trouble(VirtualTimeline time, Chance chance, Duration lasts) {
        this.time = time;
        this.chance = chance;
        this.ends = time.now().plus(lasts);
    }

    boolean strikes(double probability) {
        boolean strikes = !isOver() && chance.of(probability);
        if (strikes) {
            struck();
        }
        return strikes;
    }

    void struck() {
        last = time.now();
    }

    boolean isOver() {
        return !time.now().isBefore(ends);
    }

    Instant ends() {
        return ends;
    }

    boolean since(Instant when) {
        return !last.isBefore(when);
    }
}
