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
 */
public record StepTimes(Map<StepName, Duration> steps, boolean resumed, Optional<Instant> ended) {

    public static final StepTimes NONE = new StepTimes(Map.of(), false, Optional.empty());

    /** Nobody waits for less. */
    private static final Duration LEAST = Duration.ofSeconds(5);

    StepTimes plus(StepName step, Duration took) {
        if (took.compareTo(LEAST) < 0) {
            return this;
        }
        Map<StepName, Duration> more = new EnumMap<>(StepName.class);
        more.putAll(steps);
        more.put(step, Duration.ofSeconds(took.toSeconds()));
        return new StepTimes(Map.copyOf(more), resumed, ended);
    }

    StepTimes onceResumed() {
        return new StepTimes(steps, true, Optional.empty());
    }

    StepTimes endedAt(Instant now) {
        return new StepTimes(steps, resumed, Optional.of(now));
    }
}
