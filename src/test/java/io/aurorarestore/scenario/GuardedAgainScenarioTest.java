package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.local.rds.ClusterSeed;
import io.aurorarestore.local.rds.DbCluster;
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
import io.aurorarestore.simulation.Scenario;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Hours lie between the pre-flight and the swap: what is guarded is looked at once more. */
class GuardedAgainScenarioTest {

    private static final String TARGET = "orders-staging";

    private final Scenario scenario = Scenario.given().with(ClusterSettings.NONE);
    private final DbCluster old = scenario.home.existing(TARGET);

    static Stream<Consumer<ClusterSeed>> relations() {
        return Stream.of(one -> one.globalCluster("world"), one -> one.proxy("pool"), one -> one.blueGreen("upgrade"));
    }

    @ParameterizedTest
    @MethodSource("relations")
    void a_target_that_belongs_to_something_meanwhile_is_not_swapped(Consumer<ClusterSeed> relation) {
        RestoreId id = at(StepName.CONFIGURE_DATABASE, ReplaceMode.SWAP);
        relation.accept(scenario.home.of(TARGET));

        assertLeftAlone(scenario.afterwards(id), FailureCode.TARGET_UNSUITABLE);
    }

    @Test
    void a_target_whose_tag_is_taken_away_meanwhile_is_not_swapped() {
        RestoreId id = at(StepName.CONFIGURE_DATABASE, ReplaceMode.SWAP);
        scenario.home.untag(TARGET, Ownership.ALLOWED_TAG);

        assertLeftAlone(scenario.afterwards(id), FailureCode.TARGET_PROTECTED);
    }

    @Test
    void a_target_that_is_stopped_meanwhile_is_not_waited_for() {
        RestoreId id = at(StepName.CONFIGURE_DATABASE, ReplaceMode.SWAP);
        scenario.home.of(TARGET).stopped(true);

        assertLeftAlone(scenario.afterwards(id), FailureCode.TARGET_UNSUITABLE);
    }

    @ParameterizedTest
    @EnumSource(names = {"COPY_SNAPSHOT", "CLEAR_TARGET"})
    void a_target_whose_tag_is_taken_away_meanwhile_is_not_deleted_first(StepName step) {
        RestoreId id = at(step, ReplaceMode.DELETE_FIRST);
        scenario.home.untag(TARGET, Ownership.ALLOWED_TAG);

        assertLeftAlone(scenario.afterwards(id), FailureCode.TARGET_PROTECTED);
    }

    @Test
    void a_cluster_that_was_set_aside_is_kept_where_its_tag_is_taken_away() {
        scenario.with(ClusterSettings.builder()
                .with(ClusterSetting.RETIREMENT, Retirement.DELETE)
                .build());
        RestoreId id = at(StepName.VERIFY_ENDPOINT, ReplaceMode.SWAP);
        String aside = scenario.restore(id).names().setAside();
        scenario.home.untag(aside, Ownership.ALLOWED_TAG);

        Restore restore = scenario.afterwards(id);

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(scenario.home.cluster(aside)).isPresent();
        assertThat(scenario.home.instancesOf(aside)).hasSize(2);
        assertThat(scenario.announced.get(0).warnings())
                .anyMatch(warning -> warning.contains("TARGET_PROTECTED") && warning.contains("delete-db-cluster"));
    }

    @Test
    void a_retirement_keeps_a_cluster_whose_tag_was_taken_away_and_says_so() {
        scenario.with(ClusterSettings.builder()
                .with(ClusterSetting.RETIREMENT, Retirement.parse("delete-after: P7D"))
                .build());
        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));
        String aside = restore.names().setAside();
        scenario.home.untag(aside, Ownership.ALLOWED_TAG);

        scenario.passing(Duration.ofDays(8));

        assertThat(scenario.home.cluster(aside)).isPresent();
        assertThat(scenario.home.instancesOf(aside)).hasSize(2);
        assertThat(scenario.announced.get(1).text()).contains("TARGET_PROTECTED");
    }

    @Test
    void a_cluster_that_a_restore_set_aside_or_is_making_is_no_target() {
        for (String tag : new String[] {Ownership.SET_ASIDE_TAG, Ownership.RESTORE_TAG}) {
            Scenario other = Scenario.given().with(ClusterSettings.NONE);
            String arn = other.home.existing(TARGET).arn();
            other.home.region().tags().add(arn, java.util.Map.of(tag, "another", Ownership.STATE_TAG, "staging"));

            Restore restore = other.afterwards(other.replace(TARGET, ReplaceMode.SWAP));

            assertThat(restore.outcome().failure().orElseThrow().code()).isEqualTo(FailureCode.TARGET_UNSUITABLE);
        }
    }

    private RestoreId at(StepName step, ReplaceMode how) {
        RestoreId id = scenario.replace(TARGET, how);
        assertThat(scenario.reaches(id, step)).isTrue();
        return id;
    }

    private void assertLeftAlone(Restore restore, FailureCode why) {
        assertThat(restore.status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(restore.outcome().failure().orElseThrow().code()).isEqualTo(why);
        assertThat(scenario.home.clusters())
                .singleElement()
                .satisfies(now -> assertThat(now.resourceId()).isEqualTo(old.resourceId()));
        assertThat(scenario.home.instancesOf(TARGET)).hasSize(2);
    }
}
