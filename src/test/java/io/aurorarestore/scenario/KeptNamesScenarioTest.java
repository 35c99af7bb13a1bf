package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.local.rds.DbInstance;
import io.aurorarestore.local.rds.RdsError;
import io.aurorarestore.model.Names;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Retirement;
import io.aurorarestore.simulation.Scenario;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The new instances get the names of the old ones, which step aside for it. */
class KeptNamesScenarioTest {

    private static final String TARGET = "orders-staging";

    private final Scenario scenario = Scenario.given().with(keeping(Retirement.KEEP));

    private static ClusterSettings keeping(Retirement retirement) {
        return ClusterSettings.builder()
                .attribute(Attribute.INSTANCE_NAMES, "keep")
                .with(ClusterSetting.RETIREMENT, retirement)
                .build();
    }

    @Test
    void the_new_instances_have_the_names_and_the_old_ones_other_names() {
        scenario.home.existing(TARGET);

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(restore.outcome().warnings()).anyMatch(warning -> warning.contains("RDS restarts each of them"));
        Names names = restore.names();
        assertThat(namesOf(TARGET)).containsExactlyInAnyOrder(TARGET + "-1", TARGET + "-2");
        assertThat(namesOf(names.setAside())).containsExactlyInAnyOrder(names.oldInstance(1), names.oldInstance(2));
        assertThat(scenario.home.instancesOf(TARGET))
                .filteredOn(DbInstance::writer)
                .extracting(DbInstance::id)
                .containsExactly(TARGET + "-1");
    }

    @Test
    void the_next_refresh_keeps_them_again() {
        scenario.home.existing(TARGET);
        scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(namesOf(TARGET)).containsExactlyInAnyOrder(TARGET + "-1", TARGET + "-2");
    }

    @Test
    void an_old_cluster_that_is_deleted_goes_with_its_renamed_instances() {
        scenario.with(keeping(Retirement.DELETE)).home.existing(TARGET);

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(namesOf(TARGET)).containsExactlyInAnyOrder(TARGET + "-1", TARGET + "-2");
        assertThat(scenario.home.instancesOf(restore.names().setAside())).isEmpty();
    }

    @Test
    void after_a_deletion_the_names_are_free() {
        scenario.home.existing(TARGET);

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.DELETE_FIRST));

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(namesOf(TARGET)).containsExactlyInAnyOrder(TARGET + "-1", TARGET + "-2");
    }

    @Test
    void what_goes_wrong_is_a_warning() {
        scenario.verifyingApart().home.existing(TARGET);
        RestoreId id = scenario.replace(TARGET, ReplaceMode.SWAP);
        assertThat(scenario.reaches(id, StepName.VERIFY_RESTORE)).isTrue();
        scenario.rds.faults().add("ModifyDBInstance", RdsError.invalidValue("no such name"), 1);

        Restore restore = scenario.afterwards(id);

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(restore.outcome().warnings()).anyMatch(warning -> warning.contains("no such name"));
        assertThat(scenario.serves(TARGET)).isTrue();
        assertThat(namesOf(TARGET)).allMatch(name -> name.startsWith("ar-"));
    }

    @Test
    void an_old_instance_that_failed_keeps_its_name_and_nobody_waits_for_it() {
        scenario.home.existing(TARGET);
        RestoreId id = scenario.replace(TARGET, ReplaceMode.SWAP);
        assertThat(scenario.reaches(id, StepName.KEEP_INSTANCE_NAMES)).isTrue();
        scenario.home.of(scenario.restore(id).names().setAside()).instances("failed");
        var before = scenario.time.now();

        Restore restore = scenario.afterwards(id);

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(restore.outcome().warnings()).anyMatch(warning -> warning.contains("is failed: it keeps its name"));
        assertThat(Duration.between(before, scenario.time.now())).isLessThan(Duration.ofHours(1));
    }

    private List<String> namesOf(String cluster) {
        return scenario.home.instancesOf(cluster).stream().map(DbInstance::id).toList();
    }
}
