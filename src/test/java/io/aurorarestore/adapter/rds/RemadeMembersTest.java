package io.aurorarestore.adapter.rds;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.simulation.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** Compares all that RDS shows of a cluster that was deleted first, and of what an undo makes of its final snapshot. */
class RemadeMembersTest {

    private static final String TARGET = CarriedMembersTest.TARGET;

    private final Scenario scenario = Scenario.given()
            .with(ClusterSettings.builder()
                    .with(ClusterSetting.FINAL_SNAPSHOT, true)
                    .build())
            .breaking(StepName.VERIFY_RESTORE, FailureCode.VERIFICATION_FAILED);

    @Test
    void a_cluster_that_was_deleted_first_is_brought_back_with_all_that_it_had() {
        try (LocalRds rds = new LocalRds(scenario.rds, scenario.time)) {
            scenario.askingBy(rds.aurora, rds.control);
            CarriedMembersTest.seed(scenario);
            DBCluster old = rds.described(TARGET);
            List<DBInstance> oldInstances = rds.instancesDescribed(TARGET);

            Restore restore = scenario.afterwards(
                    scenario.replace(TARGET, ReplaceMode.DELETE_FIRST, new SnapshotSelector.ById("before")));

            assertThat(restore.status()).as(restore.toString()).isEqualTo(Status.ROLLED_BACK);
            DBCluster remade = rds.described(TARGET);
            assertThat(remade.dbClusterResourceId()).isNotEqualTo(old.dbClusterResourceId());
            CarriedMembersTest.assertSame(old, remade, CarriedMembersTest.OF_CLUSTERS);
            assertInstances(oldInstances, rds.instancesDescribed(TARGET));
            assertThat(restore.outcome().warnings())
                    .anyMatch(warning -> warning.contains(remade.dbClusterResourceId()));
        }
    }

    private static void assertInstances(List<DBInstance> old, List<DBInstance> remade) {
        assertThat(remade).hasSameSizeAs(old);
        for (DBInstance one : old) {
            DBInstance same = remade.stream()
                    .filter(other -> other.dbInstanceIdentifier().equals(one.dbInstanceIdentifier()))
                    .findFirst()
                    .orElseThrow();
            CarriedMembersTest.assertSame(one, same, CarriedMembersTest.OF_INSTANCES);
        }
    }
}
