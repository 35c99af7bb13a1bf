package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.local.rds.Quotas;
import io.aurorarestore.local.rds.RdsError;
import io.aurorarestore.local.rds.RdsOptions;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.ArchiveMode;
import io.aurorarestore.model.settings.Certificate;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Retirement;
import io.aurorarestore.simulation.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many restores and too little room for all of them at once. */
class ScarceRoomScenarioTest {

    private static final ClusterSettings ONE_INSTANCE = ClusterSettings.builder()
            .with(ClusterSetting.READERS, 0)
            .with(ClusterSetting.ARCHIVE, ArchiveMode.DELETE)
            .with(ClusterSetting.RETIREMENT, Retirement.DELETE)
            .build();

    @Test
    void restores_that_find_no_room_wait_for_others_that_give_it_back() {
        // Six targets, and room for the restored clusters of two at a time.
        Scenario scenario = given(new Quotas(8, 20, 100, 5));
        List<RestoreId> all = IntStream.range(0, 6)
                .mapToObj(number -> {
                    scenario.home.existing("orders-" + number);
                    return scenario.replace("orders-" + number, ReplaceMode.SWAP);
                })
                .toList();

        assertThat(all.stream().map(scenario::afterwards).map(Restore::status).toList())
                .containsOnly(Status.SUCCEEDED);
    }

    @Test
    void so_do_those_that_come_when_there_is_none() {
        Scenario scenario = given(new Quotas(7, 20, 100, 5));
        List<RestoreId> all = IntStream.range(0, 6)
                .mapToObj(number -> {
                    scenario.home.existing("orders-" + number);
                    scenario.passing(Duration.ofMinutes(5));
                    return scenario.replace("orders-" + number, ReplaceMode.SWAP);
                })
                .toList();

        assertThat(all.stream().map(scenario::afterwards).map(Restore::status).toList())
                .containsOnly(Status.SUCCEEDED);
    }

    @Test
    void so_do_those_whose_instances_find_no_room() {
        Scenario scenario = given(new Quotas(40, 10, 100, 5));
        List<RestoreId> all = IntStream.range(0, 4)
                .mapToObj(number -> {
                    scenario.home.existing("orders-" + number);
                    return scenario.replace("orders-" + number, ReplaceMode.SWAP);
                })
                .toList();

        assertThat(all.stream().map(scenario::afterwards).map(Restore::status).toList())
                .containsOnly(Status.SUCCEEDED);
    }

    @Test
    void room_is_waited_for_that_a_promoted_restore_has_yet_to_give_back() {
        Scenario scenario = given(new Quotas(3, 20, 100, 5))
                .with(ClusterSettings.builder()
                        .with(ClusterSetting.CERTIFICATE, Certificate.RENEW)
                        .take(ONE_INSTANCE)
                        .build());
        scenario.home.existing("orders-1");
        scenario.home.existing("orders-2");
        RestoreId first = scenario.replace("orders-1", ReplaceMode.SWAP);
        assertThat(scenario.reaches(first, StepName.RENEW_CERTIFICATE)).isTrue();

        RestoreId second = scenario.replace("orders-2", ReplaceMode.SWAP);

        assertThat(scenario.afterwards(second).status()).isEqualTo(Status.SUCCEEDED);
        assertThat(scenario.afterwards(first).status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void nobody_waits_for_a_cluster_that_a_restore_has_left_for_good() {
        Scenario scenario = given(new Quotas(3, 20, 100, 5))
                .with(ClusterSettings.builder()
                        .with(ClusterSetting.RETIREMENT, Retirement.KEEP)
                        .take(ONE_INSTANCE)
                        .build());
        scenario.home.existing("orders-1");
        scenario.home.existing("orders-2");
        scenario.afterwards(scenario.replace("orders-1", ReplaceMode.SWAP));

        Restore second = scenario.afterwards(scenario.replace("orders-2", ReplaceMode.SWAP));

        assertThat(second.status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(second.outcome().failure().orElseThrow().code()).isEqualTo(FailureCode.QUOTA_EXCEEDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CopyDBClusterSnapshot", "RestoreDBClusterFromSnapshot", "CreateDBInstance"})
    void alone_a_restore_that_finds_no_room_fails_at_once(String operation) {
        Scenario scenario = Scenario.given().with(ONE_INSTANCE);
        scenario.rds.faults().add(operation, new RdsError("InstanceQuotaExceeded", 400, "full"), 1);

        Restore restore = scenario.afterwards(scenario.request());

        assertThat(restore.status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(restore.outcome().failure().orElseThrow().code()).isEqualTo(FailureCode.QUOTA_EXCEEDED);
    }

    @Test
    void the_pre_flight_alone_fails_at_once_too() {
        Scenario scenario = given(new Quotas(0, 20, 100, 5));

        Restore restore = scenario.afterwards(scenario.request());

        assertThat(restore.outcome().failure().orElseThrow().code()).isEqualTo(FailureCode.QUOTA_EXCEEDED);
    }

    private static Scenario given(Quotas quotas) {
        return Scenario.given(RdsOptions.defaults().withQuotas(quotas)).with(ONE_INSTANCE);
    }
}
