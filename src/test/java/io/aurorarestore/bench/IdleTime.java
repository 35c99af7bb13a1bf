package io.aurorarestore.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** How long what was ready waited for the next act. */
final class IdleTime {

    private IdleTime() {}

    /**
     * Of the acts that are wanted: each since the last that was ready, unless that was acted on already.
     *
     * @param acts in their order
     * @param ready when something was
     */
    static <T> Duration of(List<T> acts, Function<T, Instant> at, Predicate<T> wanted, List<Instant> ready) {
        Duration idle = Duration.ZERO;
        Instant before = Instant.MIN;
        for (T act : acts) {
            Instant now = at.apply(act);
            Instant since = last(ready, now);
            if (wanted.test(act) && before.isBefore(since)) {
                idle = idle.plus(Duration.between(since, now));
            }
            before = now;
        }
        return idle;
    }

    private static Instant last(List<Instant> some, Instant atMost) {
        return some.stream()
                .filter(one -> !one.isAfter(atMost))
                .max(Instant::compareTo)
                .orElse(atMost);
    }
}
