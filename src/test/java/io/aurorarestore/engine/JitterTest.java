package io.aurorarestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.StepName;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JitterTest {

    private static final Duration PAUSE = Duration.ofMinutes(15);

    @Test
    void a_pause_is_shortened_by_at_most_a_fifth_and_never_made_longer() {
        assertThat(pauses()).allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofMinutes(12), PAUSE));
    }

    @Test
    void pauses_differ_from_each_other() {
        assertThat(pauses().stream().distinct().count()).isGreaterThan(990);
    }

    @Test
    void the_same_pause_of_the_same_restore_is_the_same_again() {
        assertThat(pauses()).isEqualTo(pauses());
    }

    private static List<Duration> pauses() {
        return Stream.iterate(
                        TestData.restore(StepName.COPY_SNAPSHOT),
                        restore -> restore.with(restore.schedule().wokenAt(TestData.NOW)))
                .limit(1000)
                .map(restore -> Jitter.of(PAUSE, restore))
                .toList();
    }
}
