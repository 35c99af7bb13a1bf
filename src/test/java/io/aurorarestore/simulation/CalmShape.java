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

    static Shape calm() {
        return shape(0, 1);
    }

    static Shape withoutRdsEvents() {
        return shape(1, 1);
    }

    static Shape delivering(int copies) {
        return shape(0, copies);
    }

    private static Shape shape(double eventLost, int copies) {
        return new Shape(
                new Shape.Calls(0, 0, 0, 0, 0, 0, Duration.ZERO),
                new Shape.Messages(eventLost, 0, 0, 0, 0, 0, 0, copies, JOB),
                new Shape.Meddling(0, 0, 0, 0, 0, 0, 0, 0),
                0,
                ALWAYS,
                false,
                rules());
    }

    private static Map<Kind, Integer> rules() {
        return Arrays.stream(Kind.values())
                .filter(Kind::isRule)
                .filter(Kind.on()::contains)
                .collect(Collectors.toMap(rule -> rule, rule -> 1));
    }
}
