package io.aurorarestore.simulation;

import io.aurorarestore.local.time.VirtualTimeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The process of one invocation of a function. It may stand still for a while, and die at any time; it is dead for good
 * when the invocation ends, for production ends it then (see {@code Batches}). Its clock may be a little off.
 */
final class SimulatedExecution {

    private final String name;
    private final VirtualTimeline time;
    private final Instant ends;
    private final Duration skew;
    private boolean alive = true;
    private String answered = "";
    private Instant thaws = Instant.MIN;

    SimulatedExecution(String name, VirtualTimeline time, Duration lasts, Duration skew) {
        this.name = name;
        this.time = time;
        this.ends = time.now().plus(lasts);
        this.skew = skew;
    }

    void end() {
        alive = false;
    }

    /** The invocation is through, and says so. */
    void answer(String description) {
        answered = description;
        end();
    }

    /** Empty where nobody heard what became of it. */
    String answered() {
        return answered;
    }

    boolean alive() {
        return alive && time.now().isBefore(ends);
    }

    void freeze(Duration during) {
        thaws = time.now().plus(during);
    }

    /** Runs what the process goes on with, once it is not frozen, if it still lives then. */
    void after(Duration delay, Runnable next) {
        time.after(delay, () -> {
            if (time.now().isBefore(thaws)) {
                after(Duration.between(time.now(), thaws), next);
            } else if (alive()) {
                next.run();
            }
        });
    }

    /** By the true clock. */
    Instant ends() {
        return ends;
    }

    Duration skew() {
        return skew;
    }

    Clock clock() {
        return new VirtualClock(time, skew);
    }

    @Override
    public String toString() {
        return name;
    }
}
