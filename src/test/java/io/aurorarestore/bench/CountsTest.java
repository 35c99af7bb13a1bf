package io.aurorarestore.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Writes what was counted to {@code target/bench.json} and {@code target/bench.md}, too. */
class CountsTest {

    /** What was reached: a change that costs more is to be seen here. Ids are random, and how large items are goes with them. */
    private static final Map<String, Integer> AT_MOST = Map.ofEntries(
            Map.entry("callsFresh", 119),
            Map.entry("callsSwap", 154),
            Map.entry("callsDeleteFirst", 208),
            Map.entry("callsAtQuota100", 166),
            Map.entry("wruFresh", 242),
            Map.entry("commitsFresh", 22),
            Map.entry("invocationsFresh", 21),
            Map.entry("idleSeconds", 12),
            Map.entry("idleSecondsCopy", 8),
            Map.entry("idleSecondsEventsLost", 120),
            Map.entry("idleSecondsEventsLostKnown", 60));

    private static Counts counts;

    @BeforeAll
    static void count() throws IOException {
        counts = Counts.measured();
        BenchFiles.write(counts.byName());
        BenchFiles.write("bench.md", counts.page());
        BenchFiles.write("bench-calls-fresh.txt", counts.fresh().inOrder());
        BenchFiles.write("bench-calls-swap.txt", counts.swap().inOrder());
    }

    @Test
    void no_count_is_higher_than_what_was_reached() {
        assertThat(AT_MOST)
                .allSatisfy((name, most) -> assertThat(counts.byName().get(name).intValue())
                        .as(name)
                        .isLessThanOrEqualTo(most));
    }

    @Test
    void a_fresh_restore_is_near_its_ideal() {
        assertThat(counts.fresh().requests()).isLessThanOrEqualTo(Counts.IDEAL * 13 / 10);
    }
}
