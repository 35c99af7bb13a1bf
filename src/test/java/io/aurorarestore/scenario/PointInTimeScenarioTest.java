package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.rds.ClusterDeleteRequest;
import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.RdsError;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.ClusterKey;
import io.aurorarestore.model.request.ClusterSelector;
import io.aurorarestore.model.request.ClusterSelector.CopyOnWrite;
import io.aurorarestore.model.request.ClusterSelector.PointInTime;
import io.aurorarestore.model.restore.AuditAction;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.simulation.CrashPoint;
import io.aurorarestore.simulation.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A cluster's data of a time, and clones, through the whole plan. */
class PointInTimeScenarioTest {

    private static final String TARGET = "orders-staging";
    private static final String SOURCE = "orders-live";

    private final Scenario scenario = Scenario.given();
    private final DbCluster source = scenario.home.existing(SOURCE);

    static List<ClusterSelector> selectors() {
        return List.of(latest(SOURCE), at(SOURCE, TestData.NOW), new CopyOnWrite(ClusterKey.named(SOURCE)));
    }

    @ParameterizedTest
    @MethodSource("selectors")
    void a_cluster_gets_the_data_of_another_and_takes_the_targets_place(ClusterSelector wanted) {
        DbCluster old = scenario.home.existing(TARGET);

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP, wanted));

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        DbCluster now = scenario.home.cluster(TARGET).orElseThrow();
        assertThat(now.resourceId()).isNotEqualTo(old.resourceId());
        assertThat(now.backups().volumeGroup().equals(source.backups().volumeGroup()))
                .isEqualTo(wanted.isClone());
        assertThat(scenario.home.cluster(SOURCE)).map(DbCluster::resourceId).contains(source.resourceId());
    }

    @ParameterizedTest
    @MethodSource("selectors")
    void what_is_told_and_noted_says_the_time_of_the_data(ClusterSelector wanted) {
        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.REFUSE, wanted));

        String time = restore.outputs().dataTime().orElseThrow().toString();
        assertThat(scenario.announced)
                .last()
                .satisfies(told -> assertThat(told.text()).contains("was restored from", SOURCE, time));
        assertThat(scenario.store.audit(restore.id()))
                .anyMatch(entry -> entry.step() == StepName.LOCATE_SOURCE
                        && entry.why().contains(source.arn())
                        && (wanted.isClone() || entry.why().contains(time)));
    }

    @Test
    void no_snapshot_is_copied_or_archived() {
        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.REFUSE, latest(SOURCE)));

        assertThat(scenario.store.audit(restore.id()))
                .filteredOn(entry -> entry.what().equals(AuditAction.SKIPPED.code()))
                .extracting(entry -> entry.step())
                .contains(StepName.COPY_SNAPSHOT, StepName.ARCHIVE_SNAPSHOT);
        assertThat(scenario.home.snapshots()).isEmpty();
    }

    /** It is brought back to yesterday, say: the old one stays until the new one serves. */
    @Test
    void a_target_is_brought_back_to_an_earlier_time_of_its_own() {
        Restore restore = scenario.afterwards(scenario.replace(SOURCE, ReplaceMode.SWAP, at(SOURCE, TestData.NOW)));

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(restore.outputs().dataTime()).contains(TestData.NOW);
        assertThat(scenario.home.cluster(SOURCE))
                .map(DbCluster::resourceId)
                .isNotEqualTo(Optional.of(source.resourceId()));
        assertThat(scenario.home.clusters()).anyMatch(one -> one.resourceId().equals(source.resourceId()));
    }

    @Test
    void but_not_by_deleting_it_first() {
        Restore restore =
                scenario.afterwards(scenario.replace(SOURCE, ReplaceMode.DELETE_FIRST, at(SOURCE, TestData.NOW)));

        assertThat(restore.status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(restore.outcome().failure().orElseThrow().code()).isEqualTo(FailureCode.SOURCE_IS_TARGET);
        assertThat(scenario.home.cluster(SOURCE)).map(DbCluster::resourceId).contains(source.resourceId());
    }

    @Test
    void another_target_may_be_deleted_first() {
        scenario.home.existing(TARGET);

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.DELETE_FIRST, latest(SOURCE)));

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
    }

    /** A person may delete it between the pre-flight and the call. */
    @Test
    void where_it_is_deleted_meanwhile_a_time_comes_from_its_backups_and_a_clone_fails() {
        RestoreId ofTime = scenario.replace("orders-then", ReplaceMode.REFUSE, at(SOURCE, TestData.NOW));
        assertThat(scenario.reaches(ofTime, StepName.PREFLIGHT)).isTrue();
        RestoreId clone = scenario.replace(TARGET, ReplaceMode.REFUSE, new CopyOnWrite(ClusterKey.named(SOURCE)));
        assertThat(scenario.reaches(clone, StepName.PREFLIGHT)).isTrue();

        deleteSource();

        assertThat(scenario.afterwards(clone).outcome().failure().orElseThrow().code())
                .isEqualTo(FailureCode.SOURCE_UNUSABLE);
        assertThat(scenario.afterwards(ofTime).status()).isEqualTo(Status.SUCCEEDED);
    }

    private void deleteSource() {
        scenario.home.of(SOURCE).deletionProtection(false);
        scenario.home
                .instancesOf(SOURCE)
                .forEach(one -> scenario.home.region().instances().delete(one.id()));
        scenario.home.region().clusters().delete(new ClusterDeleteRequest(SOURCE, true, null, false));
    }

    @Test
    void a_deleted_cluster_comes_back_from_its_backups_where_they_were_kept() {
        deleteSource();
        scenario.time.advance(Duration.ofHours(1));
        ClusterSelector back = new PointInTime(ClusterKey.ofResource(source.resourceId()), Optional.empty());

        Restore restore = scenario.afterwards(scenario.replace(SOURCE, ReplaceMode.REFUSE, back));

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(restore.outputs().dataTime()).isPresent();
        assertThat(scenario.home.cluster(SOURCE)).isPresent();
    }

    @Test
    void what_rds_refuses_is_undone() {
        scenario.rds.faults().add("RestoreDBClusterToPointInTime", RdsError.invalidValue("never"), 1);

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.REFUSE, latest(SOURCE)));

        assertThat(restore.status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(scenario.home.clusters()).extracting(DbCluster::id).containsExactly(SOURCE);
    }

    /** Between the call and what is noted of it, too: the same cluster is found again, by its name and tag. */
    @Test
    void it_survives_a_crash_at_any_moment() {
        CrashPoint counting = CrashPoint.never();
        assertThat(cloned(Scenario.givenCrashAt(counting))).isEqualTo(Status.SUCCEEDED);
        for (int point = 1; point <= counting.passed(); point += 3) {
            assertThat(cloned(Scenario.givenCrashAt(new CrashPoint(point)))).isEqualTo(Status.SUCCEEDED);
        }
    }

    private static Status cloned(Scenario scenario) {
        scenario.home.existing(SOURCE);
        RestoreId id = scenario.replace(TARGET, ReplaceMode.REFUSE, new CopyOnWrite(ClusterKey.named(SOURCE)));
        Status status = scenario.afterwards(id).status();
        assertThat(scenario.home.clusters()).extracting(DbCluster::id).containsExactlyInAnyOrder(SOURCE, TARGET);
        return status;
    }

    @Test
    void a_cluster_that_ends_broken_is_undone() {
        scenario.rds.faults().failNext("RestoreDBClusterToPointInTime", "migration-failed");

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.REFUSE, latest(SOURCE)));

        assertThat(restore.status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(scenario.home.clusters()).extracting(DbCluster::id).containsExactly(SOURCE);
    }

    /** RDS saves the log every few minutes. */
    @Test
    void a_time_of_just_now_is_waited_for() {
        scenario.time.advance(Duration.ofMinutes(10));
        Instant now = scenario.time.now();

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.REFUSE, at(SOURCE, now)));

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(restore.outputs().dataTime()).contains(now);
    }

    private static ClusterSelector latest(String cluster) {
        return new PointInTime(ClusterKey.named(cluster), Optional.empty());
    }

    private static ClusterSelector at(String cluster, Instant time) {
        return new PointInTime(ClusterKey.named(cluster), Optional.of(time));
    }
}
