package io.aurorarestore.plan.step;

import io.aurorarestore.engine.A;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Endpoint;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.aws.Surroundings;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.Replace;
import io.aurorarestore.model.settings.Retirement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A cluster with a writer and a reader, and restores that replace it, for tests. */
final class Old {

    static final String TARGET = "orders-drill";
    static final Instance WRITER = instance("one", "available");
    static final Instance READER = instance("two", "available");

    private Old() {}

    /** Without a final snapshot the loss is accepted. */
    static Restore replaced(StepName step, Replace how, Retirement retirement, boolean finalSnapshot) {
        ClusterSettings asked = ClusterSettings.builder()
                .retirement(retirement)
                .finalSnapshot(finalSnapshot)
                .build();
        RestoreRequest request = new RestoreRequest(
                TARGET, new SnapshotSelector.ById(A.SOURCE_ARN), "default", how, !finalSnapshot, ClusterSettings.NONE);
        Restore restore = A.restore(step, A.settings(asked), request);
        return restore.with(restore.findings()
                .withSource(A.snapshot(A.LOCAL_ARN, "available"))
                .withPredecessor(Predecessor.of(cluster(TARGET, "available", false), List.of(WRITER, READER))));
    }

    /** It, under a name, with or without deletion protection. */
    static Cluster cluster(String name, String status, boolean guarded) {
        return new Cluster(
                name,
                A.HOME.clusterArn(name),
                "cluster-OLD",
                status,
                "postgres",
                new Endpoint(name, 5432),
                List.of("one", "two", "three"),
                ClusterSettings.builder().port(5433).deletionProtection(guarded).build(),
                Optional.empty(),
                Optional.empty(),
                Map.of("team", "orders", Ownership.ALLOWED_TAG, "true", Ownership.SET_ASIDE_TAG, A.ID.value()),
                Set.of(),
                Optional.empty());
    }

    static Instance instance(String name, String status) {
        return A.instance(name, status, Map.of(Ownership.ALLOWED_TAG, "true"));
    }

    static Snapshot finalSnapshot(Restore restore, String status) {
        return A.snapshot(A.HOME.snapshotArn(restore.names().finalSnapshot()), status, A.NOW, Optional.empty(), A.OURS);
    }

    static Observed seen(List<Cluster> clusters, Instance... instances) {
        return seen(clusters, Arrays.asList(instances), List.of());
    }

    static Observed seen(List<Cluster> clusters, List<Instance> instances, List<Snapshot> snapshots) {
        return new Observed(
                A.NOW,
                snapshots,
                clusters,
                instances,
                Surroundings.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** With a proxy that leads to it. */
    static Observed attached(Observed seen) {
        Surroundings around = Surroundings.attached(Optional.empty(), List.of("pool"), List.of());
        return new Observed(
                seen.now(),
                seen.snapshots(),
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
                seen.clusters(),
                seen.instances(),
                seen.surroundings(),
                seen.staged(),
                seen.report(),
                seen.deadJob());
    }

    static Restore rebooted(Restore restore) {
        return A.acted(A.acted(restore, "reboot one"), "reboot two");
    }

    /** It was missed at every look for ten minutes. */
    static Restore missed(Restore restore, Missing what) {
        return restore.with(restore.progress().waiting("it", Optional.of(what), A.NOW.minusSeconds(600)));
    }
}
