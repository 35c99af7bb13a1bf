package io.aurorarestore.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The last things that happened, for whoever has to find out why. */
final class Trace {

    private static final int KEPT = Integer.getInteger("trace", 60);

    private record Line(Duration passed, Supplier<String> what) {
        @Override
        public String toString() {
            return "%3d:%02d.%03d %s"
                    .formatted(passed.toMinutes(), passed.toSecondsPart(), passed.toMillisPart(), what.get());
        }
    }

    private final Deque<Line> last = new ArrayDeque<>();
    private final Instant start;
    private long fingerprint = 17;

    Trace(Instant start) {
        this.start = start;
    }

    /** @param what worked out only where somebody reads it */
    void add(Instant now, Supplier<String> what) {
        Duration passed = Duration.between(start, now);
        fingerprint = fingerprint * 31 + passed.toMillis();
        last.add(new Line(passed, what));
        if (last.size() > KEPT) {
            last.remove();
        }
    }

    /** The same for the same history. */
    long fingerprint() {
        return fingerprint;
    }

    @Override
    public String toString() {
        return last.stream().map(Line::toString).collect(Collectors.joining("\n"));
    }
}
