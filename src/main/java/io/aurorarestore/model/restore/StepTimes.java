package io.aurorarestore.model.restore;

import io.aurorarestore.model.StepName;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a restore has taken so far.
 *
 * @param steps what each step took that is through, the shortest left out
 * @param resumed whether a person had to help: then it says nothing of what is usual
 * @param ended when the restore came to its end, if it did
 * @param calls of AWS by service and operation, of which no audit entry tells yet
 */
public record StepTimes(
        Map<StepName, Duration> steps, boolean resumed, Optional<Instant> ended, Map<String, Integer> calls) {

    public static final StepTimes NONE = new StepTimes(Map.of(), false, Optional.empty(), Map.of());

    /** Nobody waits for less. */
    private static final Duration LEAST = Duration.ofSeconds(5);

    StepTimes plus(StepName step, Duration took) {
        if (took.compareTo(LEAST) < 0) {
            return this;
        }
        Map<StepName, Duration> more = new EnumMap<>(StepName.class);
        more.putAll(steps);
        more.put(step, Duration.ofSeconds(took.toSeconds()));
        return new StepTimes(Map.copyOf(more), resumed, ended, calls);
    }

    StepTimes onceResumed() {
        return new StepTimes(steps, true, Optional.empty(), calls);
    }

    StepTimes endedAt(Instant now) {
        return new StepTimes(steps, resumed, Optional.of(now), calls);
    }

    StepTimes with(Map<String, Integer> untold) {
        return new StepTimes(steps, resumed, ended, Map.copyOf(untold));
    }
}
