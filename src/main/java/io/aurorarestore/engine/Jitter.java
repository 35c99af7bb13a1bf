package io.aurorarestore.engine;

import io.aurorarestore.model.restore.Restore;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Makes a pause shorter by up to a fifth, so that restores that began together are not all woken in the same moment.
 * It follows from the restore and the number of its pause alone, so that what is played again is the same.
 */
final class Jitter {

    private static final double MOST = 0.2;

    private Jitter() {}

    static Duration of(Duration pause, Restore restore) {
        long seed = 31L * restore.id().value().hashCode() + restore.schedule().chain();
        double share = 1 - MOST * new SplittableRandom(seed).nextDouble();
        return Duration.ofMillis((long) (pause.toMillis() * share));
    }
}
