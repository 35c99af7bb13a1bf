package io.aurorarestore.simulation;

import io.aurorarestore.model.StepName;
import io.aurorarestore.model.history.Durations;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What earlier restores never took. */
final class WrongDurations {

    private static final List<Duration> SOME = List.of(
            Duration.ZERO,
            Duration.ofSeconds(5),
            Duration.ofMinutes(2),
            Duration.ofMinutes(20),
            Duration.ofHours(5),
            Duration.ofDays(30));

    private WrongDurations() {}

    static Durations of(Chance chance) {
        return new Durations(
                Arrays.stream(StepName.values()).collect(Collectors.toMap(Function.identity(), step -> some(chance))),
                some(chance));
    }

    private static List<Duration> some(Chance chance) {
        return Collections.nCopies(3, chance.one(SOME));
    }
}
