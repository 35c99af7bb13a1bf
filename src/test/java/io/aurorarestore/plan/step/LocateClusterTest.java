package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.DecisionAssert;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.ObservedBuilder;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.ClusterKey;
import io.aurorarestore.model.aws.ClusterMoment;
import io.aurorarestore.model.aws.SourceCluster;
import io.aurorarestore.model.request.ClusterSelector;
import io.aurorarestore.model.request.ClusterSelector.CopyOnWrite;
import io.aurorarestore.model.request.ClusterSelector.PointInTime;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocateClusterTest {

    private static final ClusterKey PROD = ClusterKey.named("orders-prod");
    private static final SourceCluster LIVING = TestData.sourceCluster("orders-prod", "available");
    private static final SourceCluster DELETED =
            TestData.sourceCluster("orders-prod", "retained", 0, Optional.empty(), true);
    private static final Instant HALF_AN_HOUR_AGO = TestData.NOW.minus(Duration.ofMinutes(30));
    private static final ClusterSelector LATEST = new PointInTime(PROD, Optional.empty());
    private static final ClusterSelector A_CLONE = new CopyOnWrite(PROD);

    private final LocateSource step = new LocateSource(TestData.HOME);

    @Test
    void the_cluster_is_looked_up_and_of_a_clone_how_many_there_are() {
        assertThat(step.describe(asking(LATEST))).containsExactly(new Describe.AtSource(PROD, false));
        assertThat(step.describe(asking(A_CLONE))).containsExactly(new Describe.AtSource(PROD, true));
    }

    @Test
    void a_time_that_the_backups_hold_is_restored() {
        assertThat(found(asking(at(HALF_AN_HOUR_AGO)), LIVING).at()).contains(HALF_AN_HOUR_AGO);
    }

    /** Else the plan could not say it, and a call made twice would give other data. */
    @Test
    void the_latest_restorable_time_is_fixed_when_it_is_seen() {
        Restore after = assertDecision(step, asking(LATEST), ObservedBuilder.sources(LIVING))
                .isDone();

        assertThat(after.outputs().dataTime()).isEqualTo(LIVING.latest());
        assertThat(after.outputs()
                        .source()
                        .flatMap(one -> one.moment())
                        .orElseThrow()
                        .isAllThereIs())
                .isFalse();
    }

    @Test
    void a_cluster_of_a_moment_ago_is_restored_to_that() {
        Instant begun = TestData.NOW.plusMillis(300);
        SourceCluster fresh = with(begun, begun.plusMillis(200));

        assertThat(found(asking(LATEST), fresh).at()).isEqualTo(fresh.latest());
        assertThat(found(asking(LATEST), with(TestData.NOW, begun)).at()).contains(TestData.NOW);
    }

    private static SourceCluster with(Instant earliest, Instant latest) {
        return new SourceCluster(
                "orders-prod",
                LIVING.arn(),
                LIVING.resourceId(),
                "available",
                LIVING.engine(),
                "17.4",
                "provisioned",
                false,
                Optional.empty(),
                Optional.of(earliest),
                Optional.of(latest),
                false,
                1,
                0,
                Optional.empty());
    }

    @Test
    void a_clone_has_the_data_of_when_it_is_made() {
        Restore after = assertDecision(step, asking(A_CLONE), ObservedBuilder.sources(LIVING))
                .isDone();

        assertThat(after.outputs().dataTime()).isEmpty();
        assertThat(after.outputs().source().orElseThrow().description()).isEqualTo("a clone of cluster orders-prod");
    }

    @Test
    void a_time_that_the_backups_do_not_reach_yet_is_waited_for() {
        decided(at(TestData.NOW.minus(Duration.ofSeconds(5))), LIVING).waitsFor("latest restorable time");
    }

    @Test
    void a_time_before_the_window_fails_and_says_the_window() {
        assertThat(decided(at(TestData.NOW.minus(Duration.ofDays(3))), LIVING).failed(FailureCode.SOURCE_UNUSABLE))
                .contains(LIVING.window(), "\"on\"");
    }

    @Test
    void a_time_after_the_end_of_a_deleted_cluster_fails_for_it_grows_no_more() {
        ClusterKey id = ClusterKey.ofResource(DELETED.resourceId());
        assertThat(decided(new PointInTime(id, Optional.of(TestData.NOW)), DELETED)
                        .failed(FailureCode.SOURCE_UNUSABLE))
                .contains("was deleted", "\"latest\"");

        ClusterMoment last = found(asking(new PointInTime(id, Optional.empty())), DELETED);
        assertThat(last.isAllThereIs()).isTrue();
    }

    /** The name may have been several clusters' in turn. */
    @Test
    void a_deleted_cluster_that_is_asked_for_by_name_fails_with_how_to_ask_for_it() {
        assertThat(decided(LATEST, DELETED).failed(FailureCode.SOURCE_NOT_FOUND))
                .contains("{\"resourceId\": \"" + DELETED.resourceId() + "\", \"at\": …}", DELETED.window());
        assertThat(assertDecision(step, asking(LATEST), ObservedBuilder.nothing())
                        .failed(FailureCode.SOURCE_NOT_FOUND))
                .contains("orders-prod", "final snapshot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"backing-up", "modifying", "renaming"})
    void a_cluster_that_is_changing_is_waited_for(String status) {
        SourceCluster busy = TestData.sourceCluster("orders-prod", status);

        decided(LATEST, busy).waitsFor(status);
        decided(A_CLONE, busy).waitsFor(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deleting", "failed", "inaccessible-encryption-credentials"})
    void a_cluster_that_is_leaving_or_broken_fails(String status) {
        SourceCluster lost = TestData.sourceCluster("orders-prod", status);

        assertThat(decided(LATEST, lost).failed(FailureCode.SOURCE_UNUSABLE)).contains(status);
        assertThat(decided(A_CLONE, lost).failed(FailureCode.SOURCE_UNUSABLE)).contains(status);
    }

    @Test
    void of_a_stopped_cluster_times_can_be_restored_but_no_clone_is_made() {
        SourceCluster stopped = TestData.sourceCluster("orders-prod", "stopped");

        decided(LATEST, stopped).isDone();
        assertThat(decided(A_CLONE, stopped).failed(FailureCode.SOURCE_UNUSABLE))
                .contains("start it", "\"latest\"");
    }

    @Test
    void a_cluster_without_an_instance_is_not_cloned() {
        SourceCluster bare = TestData.sourceCluster("orders-prod", "available", 0, Optional.empty(), false);

        assertThat(decided(A_CLONE, bare).failed(FailureCode.SOURCE_UNUSABLE)).contains("no instance", "\"latest\"");
        decided(LATEST, bare).isDone();
    }

    @ParameterizedTest
    @CsvSource({"aurora-mysql, provisioned, aurora-mysql", "aurora-postgresql, serverless, engine mode serverless"})
    void another_engine_or_mode_fails(String engine, String mode, String said) {
        SourceCluster other = new SourceCluster(
                "orders-prod",
                LIVING.arn(),
                LIVING.resourceId(),
                "available",
                engine,
                "17.4",
                mode,
                false,
                Optional.empty(),
                LIVING.earliest(),
                LIVING.latest(),
                false,
                1,
                0,
                Optional.of("default"));

        assertThat(decided(LATEST, other).failed(FailureCode.SOURCE_UNUSABLE)).contains(said);
    }

    @Test
    void a_cluster_without_backups_is_restored_from_a_snapshot_only() {
        SourceCluster unsaved = new SourceCluster(
                "orders-prod",
                LIVING.arn(),
                LIVING.resourceId(),
                "available",
                LIVING.engine(),
                "17.4",
                "provisioned",
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                1,
                0,
                Optional.of("default"));

        assertThat(decided(LATEST, unsaved).failed(FailureCode.SOURCE_UNUSABLE)).contains("restore a snapshot");
        decided(A_CLONE, unsaved).isDone();
    }

    @Test
    void the_profile_says_whose_data_may_be_restored_also_where_it_goes_by_its_id() {
        SourceCluster secret = TestData.sourceCluster("payroll", "available");
        ClusterKey id = ClusterKey.ofResource(secret.resourceId());

        decided(new PointInTime(id, Optional.empty()), secret).failsWith(FailureCode.SOURCE_NOT_ALLOWED);
        decided(new CopyOnWrite(ClusterKey.named("payroll")), secret).failsWith(FailureCode.SOURCE_NOT_ALLOWED);
    }

    @Test
    void a_full_copy_may_get_another_key_and_a_clone_has_its_sources() {
        ClusterSettings keyed = ClusterSettings.builder()
                .with(ClusterSetting.KMS_KEY_ID, "another-key")
                .build();

        assertThat(found(asking(LATEST, keyed), LIVING).keyOfRestored()).contains("another-key");
        assertThat(found(asking(A_CLONE, keyed), LIVING).keyOfRestored()).contains("its-key");
        assertThat(found(asking(LATEST), LIVING).keyOfRestored()).contains("its-key");
    }

    private DecisionAssert decided(ClusterSelector wanted, SourceCluster seen) {
        return assertDecision(step, asking(wanted), ObservedBuilder.sources(seen));
    }

    private ClusterMoment found(Restore restore, SourceCluster seen) {
        Restore after =
                assertDecision(step, restore, ObservedBuilder.sources(seen)).isDone();
        return after.outputs().source().flatMap(one -> one.moment()).orElseThrow();
    }

    private static ClusterSelector at(Instant time) {
        return new PointInTime(PROD, Optional.of(time));
    }

    private static Restore asking(ClusterSelector wanted) {
        return TestData.restore(StepName.LOCATE_SOURCE, TestData.settings(), wanted);
    }

    private static Restore asking(ClusterSelector wanted, ClusterSettings settings) {
        return TestData.restore(StepName.LOCATE_SOURCE, TestData.settings(settings), wanted);
    }
}
