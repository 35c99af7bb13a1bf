package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.DbInstance;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.simulation.CrashPoint;
import io.aurorarestore.simulation.Scenario;
import org.junit.jupiter.api.Test;

class DeleteFirstScenarioTest {

    private static final String TARGET = "orders-staging";
    private static final ClusterSettings SNAPSHOT =
            ClusterSettings.builder().with(ClusterSetting.FINAL_SNAPSHOT, true).build();

    @Test
    void the_old_cluster_is_saved_and_deleted_before_the_new_one_is_restored() {
        Scenario scenario = Scenario.given().with(SNAPSHOT);
        DbCluster old = scenario.home.existing(TARGET);

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.DELETE_FIRST));

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(scenario.home.clusters()).singleElement().satisfies(now -> {
            assertThat(now.id()).isEqualTo(TARGET);
            assertThat(now.resourceId()).isNotEqualTo(old.resourceId());
        });
        assertThat(scenario.home.snapshots())
                .anyMatch(one -> one.id().equals(restore.names().finalSnapshot()));
    }

    @Test
    void a_crash_before_or_after_any_port_call_is_survived() {
        CrashPoint counting = CrashPoint.never();
        clear(Scenario.givenCrashAt(counting));

        for (int point = 1; point <= counting.passed(); point++) {
            assertThat(clear(Scenario.givenCrashAt(new CrashPoint(point))).status())
                    .as("crash at point %d", point)
                    .isEqualTo(Status.SUCCEEDED);
        }
    }

    private static Restore clear(Scenario scenario) {
        scenario.with(SNAPSHOT).home.existing(TARGET);
        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.DELETE_FIRST));
        assertThat(scenario.home.clusters()).extracting(DbCluster::id).containsExactly(TARGET);
        return restore;
    }

    @Test
    void a_failure_brings_the_old_cluster_back_from_its_final_snapshot() {
        Scenario scenario = Scenario.given().with(SNAPSHOT);
        scenario.breaking(StepName.VERIFY_RESTORE, FailureCode.VERIFICATION_FAILED);
        scenario.home.existing(TARGET);

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.DELETE_FIRST));

        assertThat(restore.status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(scenario.home.cluster(TARGET).orElseThrow().settings().securityGroups())
                .containsExactly("sg-of-orders");
        assertThat(scenario.home.instancesOf(TARGET))
                .extracting(DbInstance::id)
                .containsExactlyInAnyOrder(TARGET + "-1", TARGET + "-2");
        assertThat(scenario.home.clusters()).hasSize(1);
    }

    @Test
    void a_crash_anywhere_in_bringing_it_back_is_survived() {
        CrashPoint counting = CrashPoint.never();
        bringBack(Scenario.givenCrashAt(counting));

        for (int point = 1; point <= counting.passed(); point++) {
            assertThat(bringBack(Scenario.givenCrashAt(new CrashPoint(point))).status())
                    .as("crash at point %d", point)
                    .isEqualTo(Status.ROLLED_BACK);
        }
    }

    private static Restore bringBack(Scenario scenario) {
        scenario.with(SNAPSHOT).breaking(StepName.VERIFY_RESTORE, FailureCode.VERIFICATION_FAILED);
        scenario.home.existing(TARGET);
        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.DELETE_FIRST));
        assertThat(scenario.home.clusters()).extracting(DbCluster::id).containsExactly(TARGET);
        assertThat(scenario.home.instancesOf(TARGET)).hasSize(2);
        return restore;
    }

    @Test
    void without_a_snapshot_it_says_that_nothing_can_be_brought_back() {
        Scenario scenario = Scenario.given().with(ClusterSettings.NONE);
        scenario.breaking(StepName.VERIFY_RESTORE, FailureCode.VERIFICATION_FAILED);
        scenario.home.existing(TARGET);

        scenario.afterwards(scenario.replace(TARGET, ReplaceMode.DELETE_FIRST));

        assertThat(scenario.announced.get(0).warnings()).anyMatch(warning -> warning.contains("was deleted"));
        assertThat(scenario.home.clusters()).isEmpty();
    }
}
