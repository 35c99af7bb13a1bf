package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.simulation.Scenario;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A target that is in the middle of something when it is to be replaced. */
class BusyTargetScenarioTest {

    private static final String TARGET = "orders-staging";

    private final Scenario scenario = Scenario.given().with(ClusterSettings.NONE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backing-up",
                "modifying",
                "maintenance",
                "upgrading",
                "starting",
                "failing-over",
                "resetting-master-credentials",
                "storage-optimization"
            })
    void what_passes_by_itself_is_waited_for(String status) {
        scenario.home.existing(TARGET);
        scenario.home.of(TARGET).status(status);
        scenario.later(Duration.ofMinutes(10), () -> scenario.home.of(TARGET).status("available"));

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void so_is_an_instance_of_it() {
        scenario.home.existing(TARGET);
        scenario.home.of(TARGET).instances("rebooting");
        RestoreId id = scenario.replace(TARGET, ReplaceMode.SWAP);
        scenario.passing(Duration.ofMinutes(5));

        assertThat(scenario.restore(id).step()).isEqualTo(StepName.PREFLIGHT);
        scenario.home.of(TARGET).instances("available");
        assertThat(scenario.afterwards(id).status()).isEqualTo(Status.SUCCEEDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stopped", "stopping", "deleting", "inaccessible-encryption-credentials", "failed"})
    void what_does_not_fails_at_once(String status) {
        scenario.home.existing(TARGET);
        scenario.home.of(TARGET).status(status);
        var before = scenario.time.now();

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));

        assertThat(restore.outcome().failure().orElseThrow().code()).isEqualTo(FailureCode.TARGET_UNSUITABLE);
        assertThat(Duration.between(before, scenario.time.now())).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void what_takes_too_long_is_said_when_the_time_is_over() {
        scenario.home.existing(TARGET);
        scenario.home.of(TARGET).status("backing-up");

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));

        assertThat(restore.outcome().failure().orElseThrow().code()).isEqualTo(FailureCode.TIMED_OUT);
        assertThat(restore.outcome().failure().orElseThrow().message()).contains("backing-up");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VERIFY_RESTORE", "PREFLIGHT"})
    void one_that_becomes_busy_before_it_is_set_aside_is_waited_for(StepName step) {
        scenario.verifyingApart().home.existing(TARGET);
        RestoreId id = scenario.replace(TARGET, ReplaceMode.SWAP);
        assertThat(scenario.reaches(id, step)).isTrue();
        scenario.home.of(TARGET).status("backing-up");
        scenario.later(Duration.ofMinutes(18), () -> scenario.home.of(TARGET).status("available"));

        assertThat(scenario.afterwards(id).status()).isEqualTo(Status.SUCCEEDED);
    }
}
