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
    private Instant lastLoss = Instant.MIN;

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

    /** The same for a fault by which a message, or what should have sent one, may be lost. */
    boolean loses(double probability) {
        boolean strikes = strikes(probability);
        if (strikes) {
            lost();
        }
        return strikes;
    }

    void struck() {
        last = time.now();
    }

    void lost() {
        struck();
        lastLoss = time.now();
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

    boolean lossSince(Instant when) {
        return !lastLoss.isBefore(when);
    }
}
