package io.aurorarestore.simulation;

import java.time.Duration;
import java.util.Random;

/** No chance at all: only what is certain comes about, and whatever could take a while takes no time. */
final class Stillness extends Chance {

    private static final long ANY = 1;

    Stillness() {
        super(ANY);
    }

    @Override
    boolean of(double probability) {
        return probability >= 1;
    }

    @Override
    double share() {
        return 0;
    }

    @Override
    int below(int bound) {
        return 0;
    }

    @Override
    Duration between(Duration shortest, Duration longest) {
        return shortest;
    }

    @Override
    Duration around(Duration most) {
        return Duration.ZERO;
    }

    @Override
    Random another() {
        return new Random(ANY);
    }
}
