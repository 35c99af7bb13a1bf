package io.aurorarestore.simulation;

import java.time.Duration;
import java.time.Instant;

/** Errors that nobody expects, whenever somebody looks at RDS for a while: long enough for the engine to give up. */
final class Defects {

    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofMinutes(60);

    /** What no adapter should ever throw. */
    static final class Defect extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Defect() {
            super("a defect", null, false, false);
        }
    }

    private final SimulatedWorld world;
    private Instant ends = Instant.MIN;

    Defects(SimulatedWorld world) {
        this.world = world;
    }

    void begin() {
        Duration lasts = world.others.between(SHORTEST, LONGEST);
        world.note(() -> "RDS cannot be understood for " + lasts);
        ends = world.time.now().plus(lasts);
    }

    void strike() {
        if (world.time.now().isBefore(ends)) {
            world.trouble.lost();
            throw new Defect();
        }
    }
}
