package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.intake.OperatorActions;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.simulation.Poison;
import io.aurorarestore.simulation.Scenario;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoisonScenarioTest {

    private final Scenario scenario = Scenario.given();

    @ParameterizedTest(name = "in {0}")
    @CsvSource({
        "snapshotsOf, LOCATE_SOURCE",
        "surroundings, PREFLIGHT",
        "instancesOf, CREATE_INSTANCES",
        "send, PREFLIGHT",
    })
    void an_error_that_nobody_expected_ends_in_a_failed_restore_that_is_told(String call, StepName step) {
        scenario.poison.in(call);
        Restore restore = scenario.afterwards(scenario.request());

        assertThat(restore.status()).isEqualTo(Status.FAILED);
        assertThat(restore.step()).isEqualTo(step);
        assertThat(restore.outcome().failure()).hasValueSatisfying(failure -> {
            assertThat(failure.code()).isEqualTo(FailureCode.UNEXPECTED);
            assertThat(failure.message()).contains(step.label(), "5 times", "Unthought");
        });
        assertThat(scenario.store.audit(restore.id()))
                .extracting(AuditEntry::what)
                .endsWith("failed", "announced");
        assertThat(scenario.announced).singleElement().asString().contains("UNEXPECTED", "Resume it");
        assertThat(scenario.announced).asString().doesNotContain("a-staged-password");
        assertThat(scenario.holder("orders-drill")).contains(restore.id());
    }

    @ParameterizedTest(name = "in {0}")
    @CsvSource({"surroundings", "instancesOf", "send"})
    void it_goes_on_when_the_defect_is_mended_and_somebody_resumes_it(String call) {
        scenario.poison.in(call);
        RestoreId id = scenario.request();
        scenario.afterwards(id);

        scenario.poison.cure();
        scenario.operate(OperatorActions.Operation.RESUME, id);
        Restore restore = scenario.afterwards(id);

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(restore.outcome().failure()).isEmpty();
    }

    @Test
    void errors_that_end_in_time_are_forgotten() {
        scenario.poison.in("surroundings", Poison.Unthought::new, 4);
        Restore restore = scenario.afterwards(scenario.request());

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(restore.progress().unexpected()).isZero();
    }

    @Test
    void dead_letters_do_no_harm_when_they_come_again() {
        RestoreId id = scenario.request();
        scenario.passing(3);
        scenario.poison.in("load", PoisonScenarioTest::throttled, Integer.MAX_VALUE);
        scenario.passing(Duration.ofHours(2));
        scenario.poison.cure();
        Restore ended = scenario.afterwards(id);
        int told = scenario.announced.size();

        assertThat(ended.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(scenario.redrive()).isPositive();
        scenario.passing(Duration.ofHours(2));

        assertThat(scenario.restore(id)).isEqualTo(ended);
        assertThat(scenario.announced).hasSize(told);
    }

    @Test
    void a_store_that_is_throttled_for_long_fails_no_restore() {
        scenario.poison.in("commit", PoisonScenarioTest::throttled, 20);
        Restore restore = scenario.afterwards(scenario.request());

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
    }

    private static RuntimeException throttled() {
        return new CallFailedException(
                CallFailedException.Kind.RETRY, FailureCode.AWS_REFUSED, "the store is throttled");
    }
}
