package io.aurorarestore.engine;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.port.Restores;
import io.aurorarestore.port.WakeUps;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Finds and wakes the restores whose wake-up was lost, or whose time is further off than a message can wait. */
public final class OverdueRestores {

    /** To send one batch, with the SDK's own tries. */
    public static final Duration LONGEST_CALL = Duration.ofSeconds(16);

    /** More than can be woken in the time of one function; the oldest come first. */
    private static final int AT_MOST = 100_000;

    /** A wake-up on its way is not lost yet. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final int CALLS_AT_ONCE = 20;

    private final Restores restores;
    private final WakeUps wakeUps;
    private final Clock clock;

    public OverdueRestores(Restores restores, WakeUps wakeUps, Clock clock) {
        this.restores = restores;
        this.wakeUps = wakeUps;
        this.clock = clock;
    }

    /**
     * Wakes them, oldest first; a batch that cannot be sent keeps no other one back, but fails it all in the end.
     *
     * @param until no message is sent after that
     * @return how many were woken
     */
    public Uni<Integer> wake(Instant until) {
        return restores.overdue(clock.instant().minus(GRACE), AT_MOST).chain(found -> wake(found, until));
    }

    private Uni<Integer> wake(List<RestoreId> found, Instant until) {
        return Multi.createFrom()
                .iterable(found)
                .group()
                .intoLists()
                .of(WakeUps.BATCH)
                .select()
                .first(batch -> clock.instant().isBefore(until))
                .onItem()
                .transformToUni(this::send)
                .collectFailures()
                .merge(CALLS_AT_ONCE)
                .collect()
                .with(Collectors.summingInt(sent -> sent));
    }

    private Uni<Integer> send(List<RestoreId> batch) {
        return wakeUps.sendAll(batch, Trigger.ANY_CHAIN, Duration.ZERO).replaceWith(batch.size());
    }
}
