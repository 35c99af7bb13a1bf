package io.aurorarestore.model.history;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What something is expected to take, as it took before: half of the times it took from {@code low} to {@code high}.
 */
public record Expected(Duration median, Duration low, Duration high) {

    /** Fewer say nothing. */
    static final int LEAST = 3;

    private static final double LOW = 0.25;
    private static final double MEDIAN = 0.5;
    private static final double HIGH = 0.75;

    /** Nothing before it was done three times. */
    static Optional<Expected> of(List<Duration> took) {
        List<Duration> sorted = took.stream().sorted().toList();
        return sorted.size() < LEAST
                ? Optional.empty()
                : Optional.of(new Expected(rank(sorted, MEDIAN), rank(sorted, LOW), rank(sorted, HIGH)));
    }

    private static Duration rank(List<Duration> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
