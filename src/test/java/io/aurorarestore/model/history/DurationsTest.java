package io.aurorarestore.model.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.StepName;
import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DurationsTest {

    private static final StepName STEP = StepName.RESTORE_CLUSTER;

    @Test
    void fewer_than_three_restores_say_nothing() {
        assertThat(took(5, 6).expected()).isEmpty();
        assertThat(took(5, 6).expected(STEP)).isEmpty();
        assertThat(took(5, 6, 7).expected(StepName.COPY_SNAPSHOT)).isEmpty();
    }

    @Test
    void half_of_them_are_between_low_and_high() {
        assertThat(took(5, 90, 6).expected(STEP)).contains(expected(6, 5, 90));
        assertThat(took(8, 1, 7, 2, 6, 3, 5, 4).expected()).contains(expected(4, 2, 6));
    }

    @Test
    void the_last_thirty_count() {
        Durations many = took(LongStream.rangeClosed(1, 100).toArray());

        assertThat(many.whole()).hasSize(30).startsWith(Duration.ofMinutes(71));
        assertThat(many.steps().get(STEP)).hasSize(30).endsWith(Duration.ofMinutes(100));
    }

    private static Durations took(long... minutes) {
        Durations all = Durations.NONE;
        for (long time : minutes) {
            all = all.plus(Map.of(STEP, Duration.ofMinutes(time)), Duration.ofMinutes(time));
        }
        return all;
    }

    private static Expected expected(long median, long low, long high) {
        return new Expected(Duration.ofMinutes(median), Duration.ofMinutes(low), Duration.ofMinutes(high));
    }
}
