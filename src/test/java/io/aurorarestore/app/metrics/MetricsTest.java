package io.aurorarestore.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Outcome;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final Instant LATER = TestData.NOW.plus(Duration.ofMinutes(20));
    private static final Failure FAILURE = new Failure(FailureCode.RESTORE_FAILED, "The staging cluster failed.");

    private final List<String> lines = new ArrayList<>();
    private final Metrics metrics = new Metrics("staging", Clock.fixed(LATER, ZoneOffset.UTC), lines::add);

    @Test
    void a_restore_that_succeeded_is_counted_with_its_duration() {
        Restore restore = TestData.restore(StepName.ARCHIVE_SNAPSHOT).ended(Status.SUCCEEDED, LATER);

        metrics.ended(restore);

        JsonNode line = only();
        assertThat(line.path("Succeeded").asInt()).isEqualTo(1);
        assertThat(line.path("Duration").asLong())
                .isEqualTo(
                        Duration.between(restore.accepted().openedAt(), LATER).toSeconds());
        assertThat(line.path("Environment").asText()).isEqualTo("staging");
        assertThat(line.path("restore").asText()).isEqualTo(restore.id().value());
    }

    @Test
    void a_line_is_what_cloudwatch_makes_metrics_of() {
        metrics.ended(TestData.restore(StepName.ARCHIVE_SNAPSHOT).ended(Status.SUCCEEDED, LATER));

        JsonNode header = only().path("_aws");
        assertThat(header.path("Timestamp").asLong()).isEqualTo(LATER.toEpochMilli());
        assertThat(header.path("CloudWatchMetrics"))
                .hasToString("[{\"Namespace\":\"AuroraRestore\",\"Dimensions\":[[\"Environment\"]],"
                        + "\"Metrics\":[{\"Name\":\"Succeeded\",\"Unit\":\"Count\"},"
                        + "{\"Name\":\"Duration\",\"Unit\":\"Seconds\"}]}]");
        assertThat(lines).noneMatch(line -> line.contains("\n"));
    }

    @Test
    void a_restore_that_was_undone_is_counted_with_its_error_and_no_duration() {
        metrics.ended(failed(Status.ROLLED_BACK));

        assertThat(lines).hasSize(2).noneMatch(line -> line.contains("Duration"));
        assertThat(read(lines.get(0)).path("RolledBack").asInt()).isEqualTo(1);
        JsonNode error = read(lines.get(1));
        assertThat(error.path("Errors").asInt()).isEqualTo(1);
        assertThat(error.path("Code").asText()).isEqualTo("RESTORE_FAILED");
        assertThat(error.at("/_aws/CloudWatchMetrics/0/Dimensions"))
                .hasToString("[[\"Environment\"],[\"Environment\",\"Code\"]]");
    }

    @Test
    void an_error_tells_its_code_and_none_of_its_words() {
        metrics.refused(FAILURE);

        assertThat(only().path("Refused").asInt()).isEqualTo(1);
        assertThat(lines).noneMatch(line -> line.contains(FAILURE.message()));
    }

    @Test
    void a_restore_that_needs_a_person_is_counted_by_what_keeps_it() {
        Outcome stuck = Outcome.NONE
                .because(FAILURE)
                .stuck(new Failure(FailureCode.TIMED_OUT, "It took too long."), Status.ROLLING_BACK);
        metrics.ended(TestData.restore(StepName.RESTORE_CLUSTER).with(stuck).ended(Status.FAILED, LATER));

        assertThat(read(lines.get(0)).path("Failed").asInt()).isEqualTo(1);
        assertThat(read(lines.get(1)).path("Code").asText()).isEqualTo("TIMED_OUT");
    }

    @Test
    void a_retirement_is_counted_apart() {
        Restore retirement = TestData.restore(StepName.RETIRE_OLD).retirement(TestData.NOW);

        metrics.ended(retirement.ended(Status.SUCCEEDED, LATER));

        assertThat(only().path("RetirementSucceeded").asInt()).isEqualTo(1);
        assertThat(lines).noneMatch(line -> line.contains("Duration"));
    }

    @Test
    void a_sweep_that_finds_nothing_says_that_it_looked() {
        metrics.overdue(0);

        assertThat(only().path("Overdue").asInt(-1)).isZero();
    }

    @Test
    void what_could_not_be_read_or_told_is_counted() {
        metrics.unreadable("message-1");
        metrics.untold(TestData.ID);

        assertThat(lines).first().asString().contains("\"Unreadable\":1", "message-1");
        assertThat(lines).last().asString().contains("\"Untold\":1", TestData.ID.value());
    }

    private static Restore failed(Status status) {
        return TestData.restore(StepName.RESTORE_CLUSTER)
                .with(Outcome.NONE.because(FAILURE))
                .ended(status, LATER);
    }

    private JsonNode only() {
        assertThat(lines).hasSize(1);
        return read(lines.get(0));
    }

    private static JsonNode read(String line) {
        try {
            return new JsonMapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }
}
