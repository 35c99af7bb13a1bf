package io.aurorarestore.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.adapter.dynamodb.LocalStore;
import io.aurorarestore.engine.OverdueRestores;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.port.WakeUps;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a sweep asks of AWS where all that live are overdue, beside ten times as many that have ended. */
class SweepCount {

    private static final int LIVE = 10_000;
    private static final int ENDED = 100_000;

    /** One for each partition of the index, and a page more for each MB. */
    private static final int MOST_READS = 11;

    private static final long MIB = 1024 * 1024;

    private final Set<RestoreId> woken = ConcurrentHashMap.newKeySet();
    private final AtomicInteger messages = new AtomicInteger();

    @Test
    void a_sweep_reads_what_is_overdue_and_nothing_that_has_ended() throws IOException {
        try (LocalStore store = new LocalStore()) {
            store.fill(ids("ended", ENDED), List.of());
            store.fill(ids("live", LIVE), List.of(TestData.NOW));
            store.forgetCalls();
            Clock later = Clock.fixed(TestData.NOW.plus(Duration.ofHours(1)), ZoneOffset.UTC);

            ClientWork before = ClientWork.sofar();

            int found = new OverdueRestores(store.restores(), queue(), later)
                    .wake(Instant.MAX)
                    .await()
                    .indefinitely();

            BenchFiles.write(byName(store.calls(), ClientWork.sofar().since(before)));
            assertThat(found).isEqualTo(LIVE);
            assertThat(woken).hasSize(LIVE);
            assertThat(messages).hasValue(LIVE / WakeUps.BATCH);
            assertThat(store.calls()).containsOnlyKeys("query");
            assertThat(store.calls().get("query")).isLessThanOrEqualTo(MOST_READS);
        }
    }

    private Map<String, Number> byName(Map<String, Integer> calls, ClientWork work) {
        Map<String, Number> all = new LinkedHashMap<>();
        all.put(
                "sweepReadsOf10000",
                calls.values().stream().mapToInt(one -> one).sum());
        all.put("sweepMessageCallsOf10000", messages.get());
        all.put("sweepCpuMillisOf10000", TimeUnit.NANOSECONDS.toMillis(work.nanos()));
        all.put("sweepMemoryMiBOf10000", work.bytes() / MIB);
        return all;
    }

    private WakeUps queue() {
        return new WakeUps() {
            @Override
            public Uni<Void> send(RestoreId restore, long chain, Duration delay) {
                throw new AssertionError("a sweep sends batches");
            }

            @Override
            public Uni<Void> sendAll(List<RestoreId> restores, long chain, Duration delay) {
                messages.incrementAndGet();
                woken.addAll(restores);
                return Uni.createFrom().voidItem();
            }
        };
    }

    private static List<RestoreId> ids(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> RestoreId.of(name + " " + number))
                .toList();
    }
}
