package io.aurorarestore.json;

import io.aurorarestore.model.StepName;
import io.aurorarestore.model.settings.StepTiming;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Reads a profile's {@code steps}: by a step's name how long it may take, and how often it looks. */
final class StepsReader {

    private static final Duration SHORTEST_DEADLINE = Duration.ofMinutes(1);
    private static final Duration LONGEST_DEADLINE = Duration.ofDays(14);
    private static final Duration QUICKEST = Duration.ofSeconds(5);
    private static final Duration SLOWEST = Duration.ofMinutes(15);

    private StepsReader() {}

    static Optional<Map<StepName, StepTiming>> read(Fields profile) {
        if (!profile.has("steps")) {
            return Optional.empty();
        }
        Fields steps = profile.object("steps");
        Map<StepName, StepTiming> all = new EnumMap<>(StepName.class);
        for (StepName step : StepName.values()) {
            step.labels().stream()
                    .filter(steps::has)
                    .findFirst()
                    .ifPresent(label -> all.put(step, timing(steps.object(label))));
        }
        steps.refuseUnknown();
        return Optional.of(Map.copyOf(all));
    }

    private static StepTiming timing(Fields step) {
        StepTiming timing = new StepTiming(
                step.parsed("deadline", text -> duration(text, SHORTEST_DEADLINE, LONGEST_DEADLINE)),
                step.parsed("pace", text -> duration(text, QUICKEST, SLOWEST)));
        step.refuseUnknown();
        return timing;
    }

    static Duration duration(String text, Duration least, Duration most) {
        Duration duration = parsed(text);
        if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
            throw new IllegalArgumentException(text + " is not from " + least + " to " + most);
        }
        return duration;
    }

    private static Duration parsed(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(text + " is no duration like PT6H", e);
        }
    }
}
