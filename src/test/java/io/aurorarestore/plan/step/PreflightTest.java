package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertDecision;

import io.aurorarestore.command.RunDatabaseJob;
import io.aurorarestore.engine.A;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Seen;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.aws.Surroundings;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Archive;
import io.aurorarestore.model.settings.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreflightTest {

    private final Preflight step = new Preflight(A.HOME);

    @Test
    void a_free_target_passes() {
        assertDecision(step, with(A.settings(), Optional.empty()), reported(Seen.nothing()))
                .isDone();
    }

    @Test
    void an_existing_target_is_refused() {
        assertDecision(
                        step,
                        with(A.settings(), Optional.empty()),
                        reported(Seen.clusters(A.cluster("orders-drill", "available", A.STRANGERS))))
                .failsWith(FailureCode.TARGET_EXISTS);
    }

    @Test
    void an_encrypted_snapshot_of_elsewhere_needs_a_key() {
        assertDecision(step, with(A.settings(), Optional.of("key-west")), reported(Seen.nothing()))
                .failsWith(FailureCode.KMS_KEY_NEEDED);
    }

    @Test
    void with_a_key_it_passes() {
        Settings keyed = A.settings(0, Archive.TAG, Optional.of("key-east"));

        assertDecision(step, with(keyed, Optional.of("key-west")), reported(Seen.nothing()))
                .isDone();
    }

    @Test
    void it_waits_for_other_restores_to_make_room_and_then_leaves_that_to_the_steps_that_need_it() {
        Surroundings full = new Surroundings(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of("DBClusters", 0L),
                Map.of(),
                List.of(),
                true);
        Restore fresh = with(A.settings(), Optional.empty());

        assertDecision(step, fresh, reported(around(full, A.NOW.plusSeconds(11 * 60))))
                .waitsFor("DBClusters");
        assertDecision(step, fresh, reported(around(full, A.NOW.plusSeconds(13 * 60))))
                .isDone();
    }

    private static Observed around(Surroundings surroundings, Instant now) {
        return new Observed(
                now,
                List.of(),
                List.of(),
                List.of(),
                surroundings,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Restore with(Settings settings, Optional<String> key) {
        Snapshot source = A.snapshot(A.SOURCE_ARN, "available", A.NOW, key, Map.of());
        return A.acted(A.located(StepName.PREFLIGHT, settings, source), RunDatabaseJob.KEY);
    }

    private static Observed reported(Observed seen) {
        JobReport done = JobReport.done(new DatabaseJob(A.ID, StepName.PREFLIGHT, 1, 1), "1 secret(s) can be read");
        return seen.withReport(Optional.of(done));
    }
}
