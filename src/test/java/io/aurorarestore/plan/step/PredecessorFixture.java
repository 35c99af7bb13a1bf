package io.aurorarestore.plan.step;

import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Endpoint;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Retirement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A cluster with a writer and a reader, and restores that replace it, for tests. */
final class PredecessorFixture {

    static final String TARGET = "orders-drill";
    static final Instance WRITER = instance("one", "available");
    static final Instance READER = instance("two", "available");

    private PredecessorFixture() {}

    /** Without a final snapshot the loss is accepted. */
    static Restore replaced(StepName step, ReplaceMode how, Retirement retirement, boolean finalSnapshot) {
        ClusterSettings asked = ClusterSettings.builder()
                .with(ClusterSetting.RETIREMENT, retirement)
                .with(ClusterSetting.FINAL_SNAPSHOT, finalSnapshot)
                .build();
        RestoreRequest request = new RestoreRequest(
                TARGET,
                new SnapshotSelector.ById(TestData.SOURCE_ARN),
                "default",
                how,
                !finalSnapshot,
                ClusterSettings.NONE);
        Restore restore = TestData.restore(step, TestData.settings(asked), request);
        return restore.with(restore.outputs()
                .withSource(TestData.snapshot(TestData.LOCAL_ARN, "available"))
                .withPredecessor(Predecessor.of(cluster(TARGET, "available", false), List.of(WRITER, READER))));
    }

    /** It, under a name, with or without deletion protection. */
    static Cluster cluster(String name, String status, boolean guarded) {
        return new Cluster(
                name,
                TestData.HOME.clusterArn(name),
                "cluster-OLD",
                status,
                "postgres",
                new Endpoint(name, 5432),
                List.of("one", "two", "three"),
                ClusterSettings.builder()
                        .with(ClusterSetting.PORT, 5433)
                        .with(ClusterSetting.DELETION_PROTECTION, guarded)
                        .build(),
                Optional.empty(),
                Optional.empty(),
                Map.of("team", "orders", Ownership.ALLOWED_TAG, "true", Ownership.SET_ASIDE_TAG, TestData.ID.value()),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Instance instance(String name, String status) {
        return TestData.instance(name, status, Map.of(Ownership.ALLOWED_TAG, "true"));
    }

    static Snapshot finalSnapshot(Restore restore, String status) {
        return TestData.snapshot(
                TestData.HOME.snapshotArn(restore.names().finalSnapshot()),
                status,
                TestData.NOW,
                Optional.empty(),
                TestData.OURS);
    }

    static Observed seen(List<Cluster> clusters, Instance... instances) {
        return seen(clusters, Arrays.asList(instances), List.of());
    }

    static Observed seen(List<Cluster> clusters, List<Instance> instances, List<Snapshot> snapshots) {
        return new Observed(
                TestData.NOW,
                snapshots,
                List.of(),
                clusters,
                instances,
                TargetDependencies.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** With a proxy that leads to it. */
    static Observed attached(Observed seen) {
        TargetDependencies around = TargetDependencies.attached(Optional.empty(), List.of("pool"), List.of());
        return new Observed(
                seen.now(),
                seen.snapshots(),
                seen.sources(),
                seen.clusters(),
                seen.instances(),
                around,
                seen.staged(),
                seen.report(),
                seen.deadJob());
    }

    /** With the snapshot that is restored. */
    static Observed withSource(Observed seen, Snapshot... source) {
        return new Observed(
                seen.now(),
                List.of(source),
                seen.sources(),
                seen.clusters(),
                seen.instances(),
                seen.surroundings(),
                seen.staged(),
                seen.report(),
                seen.deadJob());
    }

    static Restore rebooted(Restore restore) {
        return TestData.acted(TestData.acted(restore, "reboot one"), "reboot two");
    }

    /** It was missed at every look for ten minutes. */
    static Restore missed(Restore restore, Missing what) {
        return restore.with(restore.progress().waiting("it", Optional.of(what), TestData.NOW.minusSeconds(600)));
    }
}
