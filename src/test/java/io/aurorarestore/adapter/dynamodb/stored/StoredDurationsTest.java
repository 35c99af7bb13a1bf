package io.aurorarestore.adapter.dynamodb.stored;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.StepName;
import io.aurorarestore.model.history.Durations;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredDurationsTest {

    private static final Durations ONE =
            Durations.NONE.plus(Map.of(StepName.COPY_SNAPSHOT, Duration.ofMinutes(8)), Duration.ofMinutes(40));

    @Test
    void what_restores_took_is_read_as_it_was_written() {
        Durations two = ONE.plus(Map.of(StepName.RESTORE_CLUSTER, Duration.ofSeconds(300)), Duration.ofSeconds(2300));

        assertThat(DurationsDocument.text(two))
                .isEqualTo(
                        "{\"steps\":{\"COPY_SNAPSHOT\":\"480\",\"RESTORE_CLUSTER\":\"300\"},\"whole\":\"2400 2300\"}");
        assertThat(DurationsDocument.of(DurationsDocument.text(two))).isEqualTo(two);
    }

    @Test
    void however_long_all_steps_took_it_is_no_longer_than_two_kilobytes_and_holds_the_last() {
        Durations many = Durations.NONE;
        for (int number = 0; number < 100; number++) {
            Duration took = Duration.ofDays(100).plusSeconds(number);
            many = many.plus(
                    Arrays.stream(StepName.values()).collect(Collectors.toMap(Function.identity(), step -> took)),
                    took);
        }

        Durations read = DurationsDocument.of(DurationsDocument.text(many));

        assertThat(DurationsDocument.text(many)).hasSizeLessThanOrEqualTo(2048);
        assertThat(read.whole())
                .hasSizeGreaterThan(5)
                .endsWith(Duration.ofDays(100).plusSeconds(99));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "[]",
                "null",
                "{\"steps\": 1, \"whole\": {}}",
                "{\"steps\": {\"COPY_SNAPSHOT\": [1]}, \"whole\": \"-1 x 99999999999\"}",
                "{\"steps\": {\"A_STEP_OF_LATER\": \"1 2 3\"}}"
            })
    void what_cannot_be_read_says_nothing(String stored) {
        Durations read = DurationsDocument.of(stored);

        assertThat(read.expected()).isEmpty();
        assertThat(read.whole()).isEmpty();
        assertThat(read.steps().values()).allMatch(List::isEmpty);
    }
}
