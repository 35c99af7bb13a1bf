package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertDecision;

import io.aurorarestore.command.RunDatabaseJob;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.ObservedBuilder;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.ReplicaScaling;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ArchiveMode;
import io.aurorarestore.model.settings.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreflightTest {

    private final Preflight step = new Preflight(TestData.HOME);

    @Test
    void a_free_target_passes() {
        assertDecision(step, with(TestData.settings(), Optional.empty()), reported(ObservedBuilder.nothing()))
                .isDone();
    }

    @Test
    void an_existing_target_is_refused() {
        assertDecision(
                        step,
                        with(TestData.settings(), Optional.empty()),
                        reported(ObservedBuilder.clusters(
                                TestData.cluster("orders-drill", "available", TestData.STRANGERS))))
                .failsWith(FailureCode.TARGET_EXISTS);
    }

    @Test
    void an_encrypted_snapshot_of_elsewhere_needs_a_key() {
        assertDecision(step, with(TestData.settings(), Optional.of("key-west")), reported(ObservedBuilder.nothing()))
                .failsWith(FailureCode.KMS_KEY_NEEDED);
    }

    @Test
    void with_a_key_it_passes() {
        Settings keyed = TestData.settings(0, ArchiveMode.TAG, Optional.of("key-east"));

        assertDecision(step, with(keyed, Optional.of("key-west")), reported(ObservedBuilder.nothing()))
                .isDone();
    }

    @Test
    void it_waits_for_other_restores_to_make_room_and_then_leaves_that_to_the_steps_that_need_it() {
        TargetDependencies full = new TargetDependencies(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of("DBClusters", 0L),
                Map.of(),
                List.of(),
                true,
                ReplicaScaling.NONE);
        Restore fresh = with(TestData.settings(), Optional.empty());

        assertDecision(step, fresh, reported(around(full, TestData.NOW.plusSeconds(11 * 60))))
                .waitsFor("DBClusters");
        assertDecision(step, fresh, reported(around(full, TestData.NOW.plusSeconds(13 * 60))))
                .isDone();
    }

    private static Observed around(TargetDependencies surroundings, Instant now) {
        return new Observed(
                now,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                surroundings,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Restore with(Settings settings, Optional<String> key) {
        Snapshot source = TestData.snapshot(TestData.SOURCE_ARN, "available", TestData.NOW, key, Map.of());
        return TestData.acted(TestData.located(StepName.PREFLIGHT, settings, source), RunDatabaseJob.KEY);
    }

    private static Observed reported(Observed seen) {
        JobReport done =
                JobReport.done(new DatabaseJob(TestData.ID, StepName.PREFLIGHT, 1, 1), "1 secret(s) can be read");
        return seen.withReport(Optional.of(done));
    }
}
