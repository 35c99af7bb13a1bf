package io.aurorarestore.model.history;

import io.aurorarestore.model.StepName;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the last restores of a target from one kind of source took, the oldest first. Only what succeeded without a person's
 * help is kept: anything else is not usual.
 *
 * @param steps what a step took, where it was worth noting
 * @param whole from the request to the end
 */
public record Durations(Map<StepName, List<Duration>> steps, List<Duration> whole) {

    public static final Durations NONE = new Durations(Map.of(), List.of());

    /** Of each step. */
    public static final int KEPT = 30;

    public Optional<Expected> expected(StepName step) {
        return Expected.of(steps.getOrDefault(step, List.of()));
    }

    /** Of the whole restore. */
    public Optional<Expected> expected() {
        return Expected.of(whole);
    }

    public boolean isEmpty() {
        return whole.isEmpty() && steps.isEmpty();
    }

    /** With one restore more. */
    public Durations plus(Map<StepName, Duration> took, Duration all) {
        Map<StepName, List<Duration>> more = new EnumMap<>(StepName.class);
        more.putAll(steps);
        took.forEach((step, time) -> more.merge(step, List.of(time), Durations::join));
        return new Durations(more, join(whole, List.of(all))).newest(KEPT);
    }

    /** At most so many of each. */
    public Durations newest(int most) {
        Map<StepName, List<Duration>> some = new EnumMap<>(StepName.class);
        steps.forEach((step, times) -> some.put(step, newest(times, most)));
        return new Durations(Map.copyOf(some), newest(whole, most));
    }

    private static List<Duration> join(List<Duration> some, List<Duration> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static List<Duration> newest(List<Duration> all, int most) {
        return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
    }
}
