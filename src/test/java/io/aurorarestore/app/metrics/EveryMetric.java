package io.aurorarestore.app.metrics;

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
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A line of each kind that the service writes for CloudWatch to make metrics of. */
public final class EveryMetric {

    private EveryMetric() {}

    public static List<JsonNode> lines() {
        List<JsonNode> lines = new ArrayList<>();
        write(new Metrics("test", Clock.systemUTC(), line -> lines.add(read(line))));
        return lines;
    }

    private static void write(Metrics metrics) {
        Failure failure = new Failure(FailureCode.UNEXPECTED, "");
        Restore restore = TestData.restore(StepName.RETIRE_OLD).with(Outcome.NONE.because(failure));
        Stream.of(Status.values()).filter(Status::terminal).forEach(status -> {
            metrics.ended(restore.ended(status, TestData.NOW));
        });
        Stream.of(Status.SUCCEEDED, Status.CANCELLED, Status.FAILED)
                .forEach(
                        status -> metrics.ended(restore.retirement(TestData.NOW).ended(status, TestData.NOW)));
        Objectives met = new Objectives(Optional.of(Duration.ofDays(1)), Optional.of(Duration.ofDays(1)));
        metrics.ended(TestData.located(
                        StepName.RETIRE_OLD, TestData.settings(met), TestData.snapshot(TestData.LOCAL_ARN, "available"))
                .ended(Status.SUCCEEDED, TestData.NOW));
        metrics.took(restore, new StepDuration(StepName.RETIRE_OLD, false, Duration.ofMinutes(1)));
        metrics.took(restore, new StepDuration(StepName.RETIRE_OLD, true, Duration.ofMinutes(1)));
        metrics.databaseRounds(restore.id(), 1);
        metrics.reacted(TestData.NOW);
        metrics.lostEvent(restore.id(), StepName.RETIRE_OLD);
        metrics.awsError(restore.id(), "Throttling");
        metrics.refused(failure);
        metrics.overdue(1);
        metrics.unreadable("message");
        metrics.untold(TestData.ID);
    }

    private static JsonNode read(String line) {
        try {
            return new JsonMapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }
}
