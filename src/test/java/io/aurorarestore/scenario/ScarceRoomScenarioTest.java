package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.local.rds.Quotas;
import io.aurorarestore.local.rds.RdsError;
import io.aurorarestore.local.rds.RdsOptions;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.ArchiveMode;
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
            .readers(0)
            .archive(ArchiveMode.DELETE)
            .retirement(Retirement.DELETE)
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
