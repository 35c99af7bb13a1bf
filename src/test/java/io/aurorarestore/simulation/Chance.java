package io.aurorarestore.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** All that is random in one world, out of one seed. */
class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    boolean of(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    double share() {
        return random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> some) {
        return some.get(below(some.size()));
    }

    Duration upTo(Duration longest) {
        return between(Duration.ZERO, longest);
    }

    Duration between(Duration shortest, Duration longest) {
        long span = longest.toMillis() - shortest.toMillis();
        return shortest.plusMillis(span <= 0 ? 0 : random.nextLong(span + 1));
    }

    /** So much more or less. */
    Duration around(Duration most) {
        return upTo(most.multipliedBy(2)).minus(most);
    }

    /** For what wants a generator of its own. */
    Random another() {
        return new Random(random.nextLong());
    }
}
