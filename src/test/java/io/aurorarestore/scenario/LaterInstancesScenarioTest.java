package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.DbInstance;
import io.aurorarestore.local.rds.RdsError;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Retirement;
import io.aurorarestore.simulation.Scenario;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Autoscaling, or a person, adds an instance to a cluster while a restore is at work. */
class LaterInstancesScenarioTest {

    private static final String TARGET = "orders-staging";

    private final Scenario scenario = Scenario.given()
            .verifyingApart()
            .with(ClusterSettings.builder()
                    .with(ClusterSetting.RETIREMENT, Retirement.DELETE)
                    .build());

    @ParameterizedTest
    @EnumSource(names = {"RESTORE_CLUSTER", "CREATE_INSTANCES", "VERIFY_RESTORE"})
    void a_reader_of_the_old_cluster_goes_with_it(StepName step) {
        scenario.home.existing(TARGET);
        RestoreId id = scenario.replace(TARGET, ReplaceMode.SWAP);
        assertThat(scenario.reaches(id, step)).isTrue();
        scenario.home.autoscaled(TARGET);

        Restore restore = scenario.afterwards(id);

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(restore.outcome().warnings()).noneMatch(warning -> warning.contains("application-autoscaling"));
        assertThat(scenario.home.clusters()).extracting(DbCluster::id).containsExactly(TARGET);
    }

    @Test
    void where_the_role_may_not_delete_it_the_commands_are_said_and_the_rest_stays_whole() {
        scenario.home.existing(TARGET);
        RestoreId id = scenario.replace(TARGET, ReplaceMode.SWAP);
        assertThat(scenario.reaches(id, StepName.VERIFY_RESTORE)).isTrue();
        String reader = scenario.home.autoscaled(TARGET).id();
        scenario.rds.faults().add("DeleteDBInstance", new RdsError("AccessDenied", 403, "not authorized"), 1);

        Restore restore = scenario.afterwards(id);

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(restore.outcome().warnings())
                .anySatisfy(warning -> assertThat(warning)
                        .contains("ACCESS_DENIED", "delete-db-instance --db-instance-identifier " + reader)
                        .contains("delete-db-cluster --db-cluster-identifier "
                                + restore.names().setAside()));
        assertThat(scenario.home.instancesOf(restore.names().setAside()))
                .extracting(DbInstance::id)
                .hasSize(3);
    }

    @Test
    void a_reader_that_is_there_from_the_start_is_not_asked_to_be_marked_and_has_no_successor() {
        scenario.home.existing(TARGET);
        String reader = scenario.home.autoscaled(TARGET).id();
        scenario.passing(Duration.ofMinutes(30));

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));

        assertThat(restore.status()).as(restore.outcome().toString()).isEqualTo(Status.SUCCEEDED);
        assertThat(restore.outcome().warnings())
                .anyMatch(warning -> warning.contains(reader) && warning.contains("register-scalable-target"));
        assertThat(scenario.home.instancesOf(TARGET)).hasSize(2);
        assertThat(scenario.home.clusters()).extracting(DbCluster::id).containsExactly(TARGET);
    }

    @Test
    void a_reader_does_not_keep_a_cluster_that_is_deleted_first() {
        scenario.home.existing(TARGET);
        RestoreId id = scenario.replace(TARGET, ReplaceMode.DELETE_FIRST);
        assertThat(scenario.reaches(id, StepName.COPY_SNAPSHOT)).isTrue();
        scenario.home.autoscaled(TARGET);

        assertThat(scenario.afterwards(id).status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void an_instance_that_somebody_adds_to_the_restored_cluster_goes_with_it_when_all_is_undone() {
        scenario.breaking(StepName.VERIFY_RESTORE, FailureCode.VERIFICATION_FAILED);
        RestoreId id = scenario.request();
        assertThat(scenario.reaches(id, StepName.CREATE_INSTANCES)).isTrue();
        scenario.home.autoscaled(scenario.restore(id).names().staging());

        assertThat(scenario.afterwards(id).status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(scenario.home.clusters()).isEmpty();
    }

    @Test
    void an_instance_that_somebody_adds_to_the_restored_cluster_is_not_in_the_way() {
        RestoreId id = scenario.request();
        assertThat(scenario.reaches(id, StepName.CREATE_INSTANCES)).isTrue();
        scenario.home.autoscaled(scenario.restore(id).names().staging());

        assertThat(scenario.afterwards(id).status()).isEqualTo(Status.SUCCEEDED);
    }
}
