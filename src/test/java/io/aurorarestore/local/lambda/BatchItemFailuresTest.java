package io.aurorarestore.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchItemFailuresTest {

    private static final Set<String> BATCH = Set.of("a", "b");

    @Test
    void only_the_messages_reported_failed() {
        assertThat(BatchItemFailures.of("{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}", BATCH))
                .containsExactly("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"batchItemFailures\":[]}", "{\"batchItemFailures\":null}"})
    void an_answer_that_reports_nothing_is_success(String answer) {
        assertThat(BatchItemFailures.of(answer, BATCH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "{} {}",
                "\"done\"",
                "[]",
                "{\"batchItemFailures\":\"b\"}",
                "{\"batchItemFailures\":[\"b\"]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
                "{\"batchItemFailures\":[{\"id\":\"b\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"},{\"itemIdentifier\":\"stranger\"}]}"
            })
    void an_answer_that_makes_no_sense_fails_the_whole_batch(String answer) {
        assertThat(BatchItemFailures.of(answer, BATCH)).isEqualTo(BATCH);
    }
}
