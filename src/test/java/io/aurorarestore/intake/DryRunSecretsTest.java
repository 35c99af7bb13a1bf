package io.aurorarestore.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.DryRunReport;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The secrets are looked at by the database function. */
class DryRunSecretsTest {

    private final DryRunStage stage = new DryRunStage();

    @Test
    void the_plan_waits_for_the_part_of_the_database_function() {
        Restore begun = stage.begin(request(ReplaceMode.REFUSE, ClusterSettings.NONE));

        assertThat(stage.plan(begun)).isEmpty();
        assertThat(stage.restores.audit(begun.id())).isEmpty();

        stage.answer(job -> JobReport.done(job, "0 secret(s) can be read"));
        assertThat(stage.plan(begun))
                .hasValueSatisfying(plan -> assertThat(plan.problems()).isEmpty());
    }

    @Test
    void a_secret_that_cannot_be_used_is_a_problem_beside_all_the_others() {
        stage.existing(Map.of(), "db.r7g.xlarge", false);
        Restore begun = stage.begin(request(ReplaceMode.SWAP, ClusterSettings.NONE));
        Failure unusable = new Failure(FailureCode.SECRET_UNUSABLE, "The secret orders/app has no value.");

        stage.answer(job -> JobReport.failed(job, unusable));

        assertThat(stage.plan(begun))
                .hasValueSatisfying(plan -> assertThat(plan.problems())
                        .extracting(Failure::code)
                        .containsExactly(FailureCode.TARGET_PROTECTED, FailureCode.SECRET_UNUSABLE));
    }

    @Test
    void a_secret_that_cannot_be_read_just_now_is_a_warning() {
        Restore begun = stage.begin(request(ReplaceMode.REFUSE, ClusterSettings.NONE));

        stage.answer(job -> JobReport.notYet(job, "Secrets Manager is throttled."));

        assertThat(stage.plan(begun)).hasValueSatisfying(plan -> {
            assertThat(plan.problems()).isEmpty();
            assertThat(plan.warnings()).contains("A restore would wait now: Secrets Manager is throttled.");
        });
    }

    @Test
    void a_database_function_that_does_not_answer_is_a_problem_and_the_rest_is_told() {
        Restore begun = stage.begin(request(ReplaceMode.REFUSE, ClusterSettings.NONE));

        stage.pass(DryRun.PATIENCE.minusMillis(1));
        assertThat(stage.plan(begun)).isEmpty();
        stage.pass(Duration.ofMillis(1));

        assertThat(stage.plan(begun)).hasValueSatisfying(plan -> {
            assertThat(plan.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(FailureCode.TIMED_OUT);
                assertThat(problem.message()).contains("did not answer within 2 minutes");
            });
            assertThat(plan.source().orElseThrow().arn()).isEqualTo(TestData.SOURCE_ARN);
        });
    }

    @Test
    void what_was_found_before_under_the_same_key_does_not_count() {
        Restore first = stage.begin(request(ReplaceMode.REFUSE, ClusterSettings.NONE));
        stage.answer(job ->
                JobReport.failed(job, new Failure(FailureCode.SECRET_UNUSABLE, "The secret orders/app is gone.")));

        DryRunReport mended = stage.run(request(ReplaceMode.REFUSE, ClusterSettings.NONE));

        assertThat(mended.id()).isNotEqualTo(first.id());
        assertThat(mended.problems()).isEmpty();
    }

    private static RestoreRequest request(ReplaceMode how, ClusterSettings asked) {
        return new RestoreRequest(
                "orders-drill", new SnapshotSelector.ById(TestData.SOURCE_ARN), "default", how, false, asked);
    }
}
