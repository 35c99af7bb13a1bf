package io.aurorarestore.simulation;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Worlds without trouble, where every rule holds; or with one that is certain. */
final class CalmShape {

    /** Longer than any test. */
    private static final Duration ALWAYS = Duration.ofDays(3650);
    /** What a database job takes. */
    private static final Duration JOB = Duration.ofSeconds(2);

    private CalmShape() {}

    static WorldShape calm() {
        return shape(0, 1, Duration.ZERO);
    }

    static WorldShape withoutRdsEvents() {
        return shape(1, 1, Duration.ZERO);
    }

    static WorldShape delivering(int copies) {
        return shape(0, copies, Duration.ZERO);
    }

    static WorldShape withEventsAfter(Duration delay) {
        return shape(0, 1, delay);
    }

    private static WorldShape shape(double eventLost, int copies, Duration event) {
        return new WorldShape(
                new WorldShape.Calls(0, 0, 0, 0, 0, 0, Duration.ZERO),
                new WorldShape.Messages(eventLost, 0, 0, 0, 0, 0, 0, copies, JOB, event),
                new WorldShape.Meddling(0, 0, 0, 0, 0, 0, 0, 0),
                0,
                ALWAYS,
                false,
                rules());
    }

    private static Map<DisturbanceKind, Integer> rules() {
        return Arrays.stream(DisturbanceKind.values())
                .filter(DisturbanceKind::isRule)
                .filter(DisturbanceKind.on()::contains)
                .collect(Collectors.toMap(rule -> rule, rule -> 1));
    }
}
