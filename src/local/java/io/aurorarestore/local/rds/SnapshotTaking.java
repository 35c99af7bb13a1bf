package io.aurorarestore.local.rds;

import java.util.Map;
import java.util.TreeMap;

/** Takes snapshots of clusters, by request or as the backup window does. */
final class SnapshotTaking {

    private final RegionState site;

    SnapshotTaking(RegionState site) {
        this.site = site;
    }

    SnapshotState take(CreateSnapshot request) {
        ClusterState cluster = site.directory().cluster(request.cluster());
        Arn arn = NameChecks.snapshot(site, "DBClusterSnapshotIdentifier", request.snapshot());
        checkAvailable(cluster);
        SnapshotState snapshot = begun(cluster, arn, SnapshotState.MANUAL, Tags.checked(request.tags()));
        begin(cluster, snapshot, EventKind.SNAPSHOT_CREATING, EventKind.SNAPSHOT_CREATED);
        return snapshot;
    }

    /** As RDS does in the backup window; named after the cluster and the minute. */
    SnapshotState takeAutomated(String id) {
        ClusterState cluster = site.directory().cluster(id);
        Arn arn = NameChecks.automated(site, cluster.id());
        checkAvailable(cluster);
        SnapshotState snapshot = begun(cluster, arn, SnapshotState.AUTOMATED, Map.of());
        begin(cluster, snapshot, EventKind.AUTOMATED_CREATING, EventKind.AUTOMATED_CREATED);
        return snapshot;
    }

    private static void checkAvailable(ClusterState cluster) {
        if (!cluster.status().is(ResourceStatus.AVAILABLE)) {
            throw RdsRefusals.clusterState(
                    ("Cannot create a snapshot because the database cluster %s isn't currently in "
                                    + "the available state. Its state is %s.")
                            .formatted(cluster.id(), cluster.status()));
        }
    }

    private void begin(ClusterState cluster, SnapshotState snapshot, EventKind creating, EventKind created) {
        Arn arn = snapshot.arn();
        site.directory().add(snapshot);
        site.say(creating, snapshot);
        var data = site.directory()
                .left(arn)
                .thenCompose(free -> site.data().snapshot(cluster.resourceId(), arn.toString()));
        new SnapshotProgress(site, snapshot)
                .run(
                        snapshot.ownedManual() ? "CreateDBClusterSnapshot" : "AutomatedSnapshot",
                        site.durations().snapshot(),
                        data,
                        done -> site.say(created, done));
    }

    private SnapshotState begun(ClusterState cluster, Arn arn, String type, Map<String, String> given) {
        Map<String, String> tags = new TreeMap<>(cluster.settings().copyTagsToSnapshot() ? cluster.tags() : Map.of());
        tags.putAll(given);
        return new SnapshotState(
                arn,
                originOf(cluster),
                type,
                site.world().now(),
                cluster.volume(),
                null,
                new ResourceStatus(site.world(), ResourceStatus.CREATING),
                tags);
    }

    DbSnapshot.Origin originOf(ClusterState cluster) {
        return new DbSnapshot.Origin(
                cluster.id(),
                cluster.resourceId(),
                cluster.created(),
                cluster.port(site.region(), site.world()),
                cluster.settings().iamAuthentication());
    }
}
