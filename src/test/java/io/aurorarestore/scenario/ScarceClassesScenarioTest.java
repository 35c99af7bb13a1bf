package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.local.rds.ClusterChanges;
import io.aurorarestore.local.rds.DbInstance;
import io.aurorarestore.local.rds.InstanceChanges;
import io.aurorarestore.local.rds.RdsOptions;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.simulation.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RDS does not have with every instance class, or not any more, what the old cluster has. */
class ScarceClassesScenarioTest {

    private static final String TARGET = "orders-staging";
    private static final String OLD_CLASS = "db.r7g.xlarge";

    @ParameterizedTest
    @CsvSource({
        "aurora-iopt1, StorageType, aurora-iopt1, storage type aurora-iopt1",
        "DUAL, NetworkType, DUAL, network type DUAL",
        "domain, Domain, d-1234567890, a domain"
    })
    void a_class_that_cannot_do_what_the_old_cluster_does_is_refused_before_anything_is_made(
            String lacking, String member, String value, String told) {
        Scenario scenario = lacking("db.r5.large", lacking)
                .with(asked().with(ClusterSetting.INSTANCE_CLASS, "db.r5.large").build());
        existing(scenario, Map.of(member, value));

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));

        assertRefused(scenario, restore, "db.r5.large with " + told);
    }

    @Test
    void a_cluster_that_rds_could_not_make_anew_is_not_deleted_first() {
        Scenario scenario = lacking(OLD_CLASS, "DUAL")
                .with(asked().with(ClusterSetting.INSTANCE_CLASS, "db.r5.large")
                        .with(ClusterSetting.FINAL_SNAPSHOT, true)
                        .build());
        existing(scenario, Map.of("NetworkType", "DUAL"));

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.DELETE_FIRST));

        assertRefused(scenario, restore, OLD_CLASS + " with network type DUAL any more");
        assertThat(scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP))
                        .status())
                .isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void an_old_instance_that_is_made_anew_is_put_where_rds_has_its_class() {
        Scenario scenario = Scenario.given()
                .with(asked().with(ClusterSetting.INSTANCE_CLASS, "db.r5.large")
                        .with(ClusterSetting.FINAL_SNAPSHOT, true)
                        .build())
                .breaking(StepName.VERIFY_RESTORE, FailureCode.VERIFICATION_FAILED);
        existing(scenario, Map.of());
        String name = TARGET + "-1";
        scenario.home
                .of(TARGET)
                .instance(name, InstanceChanges.in(scenario.home.region().name() + "c", "db.x2g.large"), Map.of());

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.DELETE_FIRST));

        assertThat(restore.status()).as(restore.outcome().toString()).isEqualTo(Status.ROLLED_BACK);
        assertThat(scenario.home.instancesOf(TARGET))
                .filteredOn(one -> one.id().equals(name))
                .extracting(one -> one.settings().instanceClass())
                .containsExactly("db.x2g.large");
    }

    private static ClusterSettings.Builder asked() {
        return ClusterSettings.builder();
    }

    private static Scenario lacking(String instanceClass, String what) {
        return Scenario.given(RdsOptions.defaults().withLacking(Map.of(instanceClass, Set.of(what))));
    }

    private static void existing(Scenario scenario, Map<String, String> members) {
        scenario.home.existing(TARGET);
        scenario.home
                .of(TARGET)
                .with(ClusterChanges.further(members))
                .with(ClusterChanges.further(Map.of("DomainIAMRoleName", "rds-directory")));
    }

    private static void assertRefused(Scenario scenario, Restore restore, String why) {
        assertThat(restore.status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(restore.outcome().failure().orElseThrow()).satisfies(failure -> {
            assertThat(failure.code()).isEqualTo(FailureCode.SETTINGS_UNSUITABLE);
            assertThat(failure.message()).contains(why);
        });
        assertThat(scenario.doneSteps(restore.id())).doesNotContain(StepName.PREFLIGHT.label());
        assertThat(scenario.home.instancesOf(TARGET))
                .extracting(DbInstance::status)
                .isEqualTo(List.of("available", "available"));
    }
}
