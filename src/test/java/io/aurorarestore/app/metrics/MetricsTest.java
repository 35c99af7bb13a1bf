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
import io.aurorarestore.model.restore.StepDuration;
import io.aurorarestore.model.settings.Objectives;
import io.aurorarestore.model.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    void what_a_profile_asks_for_is_counted_by_target_whether_it_was_reached_or_not() {
        Objectives objectives = new Objectives(Optional.of(Duration.ofMinutes(19)), Optional.of(Duration.ofHours(1)));
        Settings measured = TestData.settings(objectives);

        metrics.ended(TestData.located(
                        StepName.ARCHIVE_SNAPSHOT, measured, TestData.snapshot(TestData.LOCAL_ARN, "available"))
                .ended(Status.SUCCEEDED, LATER));

        assertThat(lines).anyMatch(line -> line.contains("\"RtoMissed\":1") && line.contains("\"orders-drill\""));
        assertThat(lines).anyMatch(line -> line.contains("\"RpoMissed\":0"));
        assertThat(lines)
                .filteredOn(line -> line.contains("Missed"))
                .allMatch(line -> line.contains("[[\"Environment\"],[\"Environment\",\"Target\"]]"));
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
        assertThat(error.path("restore").asText()).isEqualTo(TestData.ID.value());
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
    void a_sweep_that_finds_nothing_costs_no_metric() {
        metrics.overdue(0);

        assertThat(lines).isEmpty();
    }

    @Test
    void what_a_sweep_finds_is_counted() {
        metrics.overdue(2);

        assertThat(only().path("Overdue").asInt()).isEqualTo(2);
    }

    @Test
    void what_could_not_be_read_or_told_is_counted() {
        metrics.unreadable("message-1");
        metrics.untold(TestData.ID);

        assertThat(lines).first().asString().contains("\"Unreadable\":1", "message-1");
        assertThat(lines).last().asString().contains("\"Untold\":1", TestData.ID.value());
    }

    @Test
    void a_step_is_timed_by_its_name_and_where_wanted_by_its_target() {
        StepDuration step = new StepDuration(StepName.RESTORE_CLUSTER, false, Duration.ofMinutes(6));
        Restore restore = TestData.restore(StepName.CREATE_INSTANCES);
        Metrics byTarget = new Metrics("staging", true, Clock.fixed(LATER, ZoneOffset.UTC), lines::add);

        metrics.took(restore, step);
        byTarget.took(restore, step);
        byTarget.ended(restore.ended(Status.SUCCEEDED, LATER));

        assertThat(lines).hasSize(3).allMatch(line -> line.contains("\"Target\":\"" + restore.target() + "\""));
        assertThat(lines).first().asString().contains("\"StepDuration\":360", "\"Step\":\"RestoreCluster\"");
        assertThat(dimensions(0)).isEqualTo("[[\"Environment\",\"Step\"]]");
        assertThat(dimensions(1)).isEqualTo("[[\"Environment\",\"Step\"],[\"Environment\",\"Target\",\"Step\"]]");
        assertThat(dimensions(2)).isEqualTo("[[\"Environment\"],[\"Environment\",\"Target\"]]");
    }

    @Test
    void what_is_done_at_once_is_no_metric() {
        metrics.took(
                TestData.restore(StepName.PREFLIGHT),
                new StepDuration(StepName.LOCATE_SOURCE, false, Duration.ofMillis(999)));
        metrics.databaseRounds(TestData.ID, 0);

        assertThat(lines).isEmpty();
    }

    @Test
    void a_hook_is_timed_apart() {
        metrics.took(
                TestData.restore(StepName.VERIFY_RESTORE),
                new StepDuration(StepName.VERIFY_RESTORE, true, Duration.ofHours(1)));

        assertThat(only().path("HookDuration").asLong()).isEqualTo(3600);
        assertThat(only().has("StepDuration")).isFalse();
    }

    @Test
    void what_aws_refuses_is_counted_by_its_code() {
        metrics.awsError(TestData.ID, "ThrottlingException");

        assertThat(only().path("AwsErrors").asInt()).isEqualTo(1);
        assertThat(dimensions(0)).isEqualTo("[[\"Environment\"],[\"Environment\",\"Code\"]]");
    }

    @Test
    void an_event_of_a_clock_that_is_ahead_is_not_late() {
        metrics.reacted(LATER.minusMillis(2500));
        metrics.reacted(LATER.plusSeconds(3));

        assertThat(lines)
                .extracting(line -> read(line).path("EventLag").asLong())
                .containsExactly(2500L, 0L);
    }

    @Test
    void no_id_is_a_dimension() {
        Metrics byTarget = new Metrics("staging", true, Clock.fixed(LATER, ZoneOffset.UTC), lines::add);
        Restore restore = TestData.restore(StepName.ARCHIVE_SNAPSHOT).ended(Status.SUCCEEDED, LATER);
        byTarget.ended(restore);
        byTarget.took(restore, new StepDuration(StepName.PREFLIGHT, false, Duration.ofSeconds(9)));
        byTarget.lostEvent(restore.id(), StepName.PROMOTE_NEW);
        byTarget.awsError(restore.id(), "AccessDenied");
        byTarget.databaseRounds(restore.id(), 3);
        byTarget.untold(restore.id());

        assertThat(lines).hasSize(6);
        for (int at = 0; at < lines.size(); at++) {
            assertThat(dimensions(at)).doesNotContain("restore");
        }
    }

    @Test
    void every_line_but_those_of_no_restore_says_of_which_it_is() {
        assertThat(EveryMetric.lines())
                .filteredOn(line -> !line.has("restore"))
                .extracting(line ->
                        line.at("/_aws/CloudWatchMetrics/0/Metrics/0/Name").asText())
                .containsExactlyInAnyOrder("EventLag", "Refused", "Overdue", "Unreadable");
    }

    private String dimensions(int line) {
        return read(lines.get(line)).at("/_aws/CloudWatchMetrics/0/Dimensions").toString();
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
