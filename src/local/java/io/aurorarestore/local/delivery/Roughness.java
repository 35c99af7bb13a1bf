package io.aurorarestore.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.front.Json;
import java.time.Duration;

/**
 * How badly events are delivered.
 *
 * @param drop the share of the events that never come, 0 to 1
 * @param duplicate the share that comes twice, under the same event id, 0 to 1
 * @param delay how late every event is
 * @param shuffle whether events that wait at the same time come in any order
 * @param seed of what is random: the same one has the same events lost
 */
record Roughness(double drop, double duplicate, Duration delay, boolean shuffle, long seed) {

    static final Roughness NONE = new Roughness(0, 0, Duration.ZERO, false, 0);

    /** In which events are shuffled that are not delayed. */
    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** How long an event waits. */
    Duration waits() {
        return shuffle && delay.isZero() ? WINDOW : delay;
    }

    JsonNode toJson() {
        return Json.object()
                .put("drop", drop)
                .put("duplicate", duplicate)
                .put("delayMs", delay.toMillis())
                .put("shuffle", shuffle)
                .put("seed", seed);
    }
}
