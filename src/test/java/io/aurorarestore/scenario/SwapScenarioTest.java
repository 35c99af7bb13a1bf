package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.intake.OperatorActions;
import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.DbInstance;
import io.aurorarestore.local.rds.RdsError;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Retirement;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.simulation.CrashPoint;
import io.aurorarestore.simulation.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SwapScenarioTest {

    private static final String TARGET = "orders-staging";

    @Test
    void the_new_cluster_takes_the_old_ones_place_and_looks_like_it() {
        Scenario scenario = Scenario.given().with(ClusterSettings.NONE);
        DbCluster old = scenario.home.existing(TARGET);

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        DbCluster now = scenario.home.cluster(TARGET).orElseThrow();
        assertThat(now.resourceId()).isNotEqualTo(old.resourceId());
        assertThat(now.settings().securityGroups()).containsExactly("sg-of-orders");
        assertThat(now.settings().deletionProtection()).isTrue();
        assertThat(now.tags()).containsEntry("team", "orders").containsEntry(Ownership.ALLOWED_TAG, "true");
        assertThat(scenario.home.instancesOf(TARGET))
                .hasSize(2)
                .allMatch(one -> one.settings().instanceClass().equals("db.r7g.xlarge"));
        DbCluster aside = scenario.home.cluster(restore.names().setAside()).orElseThrow();
        assertThat(aside.resourceId()).isEqualTo(old.resourceId());
    }

    @Test
    void two_swaps_in_a_row_work() {
        Scenario scenario = Scenario.given().with(ClusterSettings.NONE);
        scenario.home.existing(TARGET);
        Restore first = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));

        Restore second = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));

        assertThat(List.of(first.status(), second.status())).containsOnly(Status.SUCCEEDED);
        assertThat(scenario.home.clusters())
                .extracting(DbCluster::id)
                .containsExactlyInAnyOrder(
                        TARGET, first.names().setAside(), second.names().setAside());
        assertThat(scenario.home.instancesOf(TARGET)).hasSize(2);
    }

    @Test
    void a_crash_before_or_after_any_port_call_is_survived() {
        CrashPoint counting = CrashPoint.never();
        swap(Scenario.givenCrashAt(counting));

        for (int point = 1; point <= counting.passed(); point++) {
            Restore restore = swap(Scenario.givenCrashAt(new CrashPoint(point)));
            assertThat(restore.status()).as("crash at point %d", point).isEqualTo(Status.SUCCEEDED);
        }
    }

    private static Restore swap(Scenario scenario) {
        scenario.with(ClusterSettings.builder()
                .with(ClusterSetting.RETIREMENT, Retirement.DELETE)
                .build());
        scenario.home.existing(TARGET);
        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));
        assertThat(scenario.home.clusters()).extracting(DbCluster::id).containsExactly(TARGET);
        return restore;
    }

    @ParameterizedTest
    @EnumSource(names = {"PREFLIGHT", "CONFIGURE_DATABASE", "VERIFY_RESTORE", "VERIFY_ENDPOINT"})
    void a_failure_before_the_pivot_leaves_the_old_cluster_serving(StepName step) {
        Scenario scenario = Scenario.given().breaking(step, FailureCode.VERIFICATION_FAILED);
        DbCluster old = scenario.home.existing(TARGET);

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));

        assertThat(restore.status()).isEqualTo(Status.ROLLED_BACK);
        assertAsBefore(scenario, old);
        assertThat(scenario.announced)
                .singleElement()
                .satisfies(told ->
                        assertThat(told.failure().orElseThrow().code()).isEqualTo(FailureCode.VERIFICATION_FAILED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CopyDBClusterSnapshot", "RestoreDBClusterFromSnapshot", "CreateDBInstance"})
    void what_rds_refuses_is_undone(String operation) {
        Scenario scenario = Scenario.given();
        scenario.rds.faults().add(operation, RdsError.invalidValue("never"), 1);

        assertUndone(scenario);
    }

    @Test
    void so_it_is_where_rds_refuses_to_describe_a_cluster() {
        Scenario scenario = Scenario.given();
        scenario.poison.in(
                "clusters",
                () -> new CallFailedException(CallFailedException.Kind.FATAL, FailureCode.AWS_REFUSED, "never"),
                1);

        assertUndone(scenario);
    }

    private static void assertUndone(Scenario scenario) {
        DbCluster old = scenario.home.existing(TARGET);

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));

        assertThat(restore.status()).isEqualTo(Status.ROLLED_BACK);
        assertAsBefore(scenario, old);
    }

    @Test
    void a_crash_anywhere_in_a_rollback_is_survived() {
        CrashPoint counting = CrashPoint.never();
        rollback(Scenario.givenCrashAt(counting));

        for (int point = 1; point <= counting.passed(); point++) {
            assertThat(rollback(Scenario.givenCrashAt(new CrashPoint(point))).status())
                    .as("crash at point %d", point)
                    .isEqualTo(Status.ROLLED_BACK);
        }
    }

    private static Restore rollback(Scenario scenario) {
        scenario.breaking(StepName.VERIFY_ENDPOINT, FailureCode.ENDPOINT_UNVERIFIED);
        DbCluster old = scenario.home.existing(TARGET);
        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));
        assertAsBefore(scenario, old);
        return restore;
    }

    @Test
    void cancelled_at_any_moment_it_is_undone_or_has_succeeded() {
        IntStream.range(0, 60).forEach(moment -> {
            Scenario scenario = Scenario.given();
            DbCluster old = scenario.home.existing(TARGET);
            RestoreId id = scenario.replace(TARGET, ReplaceMode.SWAP);
            scenario.passing(moment);
            boolean cancelled = cancel(scenario, id);
            Restore restore = scenario.afterwards(id);

            assertThat(restore.status()).as("at %d", moment).isEqualTo(cancelled ? Status.CANCELLED : Status.SUCCEEDED);
            if (cancelled) {
                assertAsBefore(scenario, old);
            }
        });
    }

    private static boolean cancel(Scenario scenario, RestoreId id) {
        try {
            scenario.operate(OperatorActions.Operation.CANCEL, id);
            return true;
        } catch (io.aurorarestore.intake.RequestRejectedException refused) {
            return false;
        }
    }

    @Test
    void a_rollback_that_cannot_go_on_keeps_the_target_until_it_is_resumed() {
        Scenario scenario = Scenario.given().breaking(StepName.VERIFY_RESTORE, FailureCode.VERIFICATION_FAILED);
        DbCluster old = scenario.home.existing(TARGET);
        scenario.rds.faults().add("DeleteDBCluster", RdsError.invalidValue("not today"), 1);
        RestoreId id = scenario.replace(TARGET, ReplaceMode.SWAP);

        Restore failed = scenario.afterwards(id);
        assertThat(failed.status()).isEqualTo(Status.FAILED);
        assertThat(scenario.holder(TARGET)).contains(id);
        assertThat(scenario.announced.get(0).leftovers()).anyMatch(left -> left.contains("aws rds delete-db-cluster"));

        scenario.operate(OperatorActions.Operation.RESUME, id);
        assertThat(scenario.afterwards(id).status()).isEqualTo(Status.ROLLED_BACK);
        assertAsBefore(scenario, old);
    }

    @Test
    void an_abandoned_restore_gives_its_target_up_and_lists_what_is_left() {
        Scenario scenario = Scenario.given().breaking(StepName.VERIFY_RESTORE, FailureCode.VERIFICATION_FAILED);
        scenario.home.existing(TARGET);
        scenario.rds.faults().add("DeleteDBCluster", RdsError.invalidValue("not today"), 1);
        RestoreId id = scenario.replace(TARGET, ReplaceMode.SWAP);
        scenario.afterwards(id);

        scenario.operate(OperatorActions.Operation.ABANDON, id);
        scenario.afterwards(id);

        assertThat(scenario.holder(TARGET)).isEmpty();
        assertThat(scenario.announced).hasSize(2);
        assertThat(scenario.announced.get(1).leftovers()).isNotEmpty();
    }

    @Test
    void after_the_pivot_a_failure_is_only_a_warning() {
        Scenario scenario = Scenario.given()
                .with(ClusterSettings.builder()
                        .with(ClusterSetting.RETIREMENT, Retirement.DELETE)
                        .build());
        scenario.home.existing(TARGET);
        scenario.rds.faults().add("DeleteDBInstance", RdsError.invalidValue("not today"), 1);

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(scenario.announced.get(0).warnings()).anyMatch(warning -> warning.contains("not today"));
    }

    @Test
    void a_retirement_deletes_the_old_cluster_when_its_time_has_come() {
        Scenario scenario = Scenario.given()
                .with(ClusterSettings.builder()
                        .with(ClusterSetting.RETIREMENT, Retirement.parse("delete-after: P7D"))
                        .with(ClusterSetting.FINAL_SNAPSHOT, true)
                        .build());
        scenario.home.existing(TARGET);
        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));
        String aside = restore.names().setAside();

        assertThat(scenario.holder(TARGET)).isEmpty();
        scenario.passing(Duration.ofDays(6));
        assertThat(scenario.home.cluster(aside)).isPresent();
        scenario.passing(Duration.ofDays(2));
        assertThat(scenario.home.cluster(aside)).isEmpty();
        assertThat(scenario.home.snapshots())
                .anyMatch(one -> one.id().equals(restore.names().finalSnapshot()));
        assertThat(scenario.announced).hasSize(2);
    }

    @Test
    void a_retirement_can_be_brought_forward() {
        Scenario scenario = Scenario.given()
                .with(ClusterSettings.builder()
                        .with(ClusterSetting.RETIREMENT, Retirement.parse("delete-after: P7D"))
                        .build());
        scenario.home.existing(TARGET);
        RestoreId id = scenario.replace(TARGET, ReplaceMode.SWAP);
        Restore restore = scenario.afterwards(id);

        scenario.operate(OperatorActions.Operation.RETIRE, id);
        scenario.passing(Duration.ofHours(2));

        assertThat(scenario.home.cluster(restore.names().setAside())).isEmpty();
    }

    @Test
    void a_cluster_without_the_allowing_tag_is_not_replaced() {
        Scenario scenario = Scenario.given();
        scenario.home.stranger(TARGET);

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));

        assertThat(restore.status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(restore.outcome().failure().orElseThrow().code()).isEqualTo(FailureCode.TARGET_PROTECTED);
    }

    /** The old cluster serves under its own name, whole, and nothing of ours is left. */
    static void assertAsBefore(Scenario scenario, DbCluster old) {
        assertThat(scenario.home.clusters()).singleElement().satisfies(now -> {
            assertThat(now.id()).isEqualTo(old.id());
            assertThat(now.resourceId()).isEqualTo(old.resourceId());
            assertThat(now.tags()).isEqualTo(old.tags());
        });
        assertThat(scenario.home.instancesOf(old.id()))
                .extracting(DbInstance::id)
                .containsExactlyInAnyOrder(old.id() + "-1", old.id() + "-2");
        assertThat(scenario.home.snapshots()).isEmpty();
        assertThat(scenario.holder(old.id())).isEmpty();
    }
}
