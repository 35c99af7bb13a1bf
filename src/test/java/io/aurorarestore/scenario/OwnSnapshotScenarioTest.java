package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.DbSnapshot;
import io.aurorarestore.local.rds.RdsError;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.ArchiveMode;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.simulation.Scenario;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A cluster that is deleted first and restored from its own snapshot: RDS deletes automated ones with their cluster. */
class OwnSnapshotScenarioTest {

    private static final String TARGET = "orders-staging";
    private static final SnapshotSelector ITS_LATEST = new SnapshotSelector.Latest(TARGET, "us-east-1");

    private final Scenario scenario = Scenario.given().with(ClusterSettings.NONE);
    private final DbCluster old = scenario.home.existing(TARGET);
    private final DbSnapshot automated = scenario.home.automated(TARGET);

    @Test
    void its_automated_snapshot_is_copied_before_it_goes() {
        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.DELETE_FIRST, ITS_LATEST));

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(scenario.home.cluster(TARGET).orElseThrow().resourceId()).isNotEqualTo(old.resourceId());
        assertThat(restore.outputs().restorable().snapshot().orElseThrow().id())
                .isEqualTo(restore.names().copy());
        assertThat(scenario.store.audit(restore.id()))
                .anyMatch(entry -> entry.why().contains("it would be deleted with its cluster"));
    }

    @Test
    void the_copy_is_archived_as_any_other() {
        scenario.with(ClusterSettings.builder()
                .with(ClusterSetting.ARCHIVE, ArchiveMode.DELETE)
                .build());

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.DELETE_FIRST, ITS_LATEST));

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(scenario.home.snapshots())
                .noneMatch(one -> one.id().equals(restore.names().copy()));
    }

    @Test
    void a_manual_snapshot_of_it_needs_no_copy() {
        scenario.home.region().seed().snapshot("orders-staging-final", TARGET, scenario.time.now());

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.DELETE_FIRST, ITS_LATEST));

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(restore.outputs().restorable().snapshot().orElseThrow().id()).isEqualTo("orders-staging-final");
    }

    @Test
    void a_swap_from_it_needs_no_copy() {
        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP, ITS_LATEST));

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(restore.outputs().restorable().snapshot().orElseThrow().id()).isEqualTo(automated.id());
    }

    @Test
    void its_backups_are_retained_and_that_is_said() {
        scenario.afterwards(scenario.replace(TARGET, ReplaceMode.DELETE_FIRST, ITS_LATEST));

        assertThat(scenario.home.snapshots()).anyMatch(one -> one.id().equals(automated.id()));
        assertThat(scenario.announced.get(0).warnings())
                .anyMatch(warning -> warning.contains("retained") && warning.contains(old.resourceId()));
    }

    @Test
    void where_nothing_can_be_brought_back_the_copy_is_kept() {
        scenario.breaking(StepName.VERIFY_RESTORE, FailureCode.VERIFICATION_FAILED);

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.DELETE_FIRST, ITS_LATEST));

        assertThat(restore.status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(scenario.home.snapshots())
                .anyMatch(one -> one.id().equals(restore.names().copy()));
        assertThat(scenario.announced.get(0).warnings())
                .anyMatch(warning -> warning.contains(restore.names().copy()));
    }

    @Test
    void where_the_old_cluster_is_brought_back_the_copy_goes() {
        scenario.with(ClusterSettings.builder()
                        .with(ClusterSetting.FINAL_SNAPSHOT, true)
                        .build())
                .breaking(StepName.VERIFY_RESTORE, FailureCode.VERIFICATION_FAILED);

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.DELETE_FIRST, ITS_LATEST));

        assertThat(restore.status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(scenario.home.snapshots())
                .noneMatch(one -> one.id().equals(restore.names().copy()));
    }

    @Test
    void a_full_quota_of_backups_leads_back_to_the_old_cluster() {
        scenario.rds
                .faults()
                .add("DeleteDBCluster", new RdsError("DBClusterAutomatedBackupQuotaExceededFault", 400, "full"), 1);

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.DELETE_FIRST, ITS_LATEST));

        assertThat(restore.status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(restore.outcome().failure().orElseThrow().code()).isEqualTo(FailureCode.BACKUP_QUOTA_EXCEEDED);
        assertThat(scenario.home.cluster(TARGET).orElseThrow().resourceId()).isEqualTo(old.resourceId());
        assertThat(scenario.home.instancesOf(TARGET)).hasSize(2);
    }

    @Test
    void a_source_that_goes_before_the_old_cluster_is_deleted_leaves_it_as_it_was() {
        scenario.home.region().seed().snapshot("by-hand", TARGET, scenario.time.now());
        RestoreId id = scenario.replace(TARGET, ReplaceMode.DELETE_FIRST, ITS_LATEST);
        assertThat(scenario.reaches(id, StepName.CLEAR_TARGET)).isTrue();
        scenario.home.region().snapshots().delete("by-hand");

        Restore restore = scenario.afterwards(id);

        assertThat(restore.status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(restore.outcome().failure().orElseThrow().code()).isEqualTo(FailureCode.GONE);
        assertThat(scenario.home.cluster(TARGET).orElseThrow().resourceId()).isEqualTo(old.resourceId());
        assertThat(scenario.home.instancesOf(TARGET)).hasSize(2);
    }

    @Test
    void a_source_that_is_gone_ends_the_restore_at_once() {
        scenario.home.region().seed().snapshot("by-hand", TARGET, scenario.time.now());
        RestoreId id = scenario.replace("orders-drill", ReplaceMode.REFUSE, new SnapshotSelector.ById("by-hand"));
        assertThat(scenario.reaches(id, StepName.PREFLIGHT)).isTrue();
        scenario.home.region().snapshots().delete("by-hand");
        var before = scenario.time.now();

        Restore restore = scenario.afterwards(id);

        assertThat(restore.status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(restore.outcome().failure().orElseThrow().code()).isEqualTo(FailureCode.GONE);
        assertThat(Duration.between(before, scenario.time.now())).isLessThan(Duration.ofMinutes(15));
    }
}
