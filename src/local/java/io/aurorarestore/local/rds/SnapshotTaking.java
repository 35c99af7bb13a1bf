package io.aurorarestore.local.rds;

import java.util.Map;
import java.util.TreeMap;

/** Takes snapshots of clusters, by request or as the backup window does. */
final class SnapshotTaking {

    private final Site site;

    SnapshotTaking(Site site) {
        this.site = site;
    }

    Snapshot take(CreateSnapshot request) {
        Cluster cluster = site.directory().cluster(request.cluster());
        Arn arn = NewNames.snapshot(site, "DBClusterSnapshotIdentifier", request.snapshot());
        checkAvailable(cluster);
        Snapshot snapshot = begun(cluster, arn, Snapshot.MANUAL, Tags.checked(request.tags()));
        begin(cluster, snapshot, EventKind.SNAPSHOT_CREATING, EventKind.SNAPSHOT_CREATED);
        return snapshot;
    }

    /** As RDS does in the backup window; named after the cluster and the minute. */
    Snapshot takeAutomated(String id) {
        Cluster cluster = site.directory().cluster(id);
        Arn arn = NewNames.automated(site, cluster.id());
        checkAvailable(cluster);
        Snapshot snapshot = begun(cluster, arn, Snapshot.AUTOMATED, Map.of());
        begin(cluster, snapshot, EventKind.AUTOMATED_CREATING, EventKind.AUTOMATED_CREATED);
        return snapshot;
    }

    private static void checkAvailable(Cluster cluster) {
        if (!cluster.status().is(Status.AVAILABLE)) {
            throw Refusals.clusterState(("Cannot create a snapshot because the database cluster %s isn't currently in "
                            + "the available state. Its state is %s.")
                    .formatted(cluster.id(), cluster.status()));
        }
    }

    private void begin(Cluster cluster, Snapshot snapshot, EventKind creating, EventKind created) {
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

    private Snapshot begun(Cluster cluster, Arn arn, String type, Map<String, String> given) {
        Map<String, String> tags = new TreeMap<>(cluster.settings().copyTagsToSnapshot() ? cluster.tags() : Map.of());
        tags.putAll(given);
        return new Snapshot(
                arn,
                originOf(cluster),
                type,
                site.world().now(),
                cluster.volume(),
                null,
                new Status(site.world(), Status.CREATING),
                tags);
    }

    DbSnapshot.Origin originOf(Cluster cluster) {
        return new DbSnapshot.Origin(
                cluster.id(),
                cluster.resourceId(),
                cluster.created(),
                site.data().port(site.region(), cluster.id()),
                cluster.settings().iamAuthentication());
    }
}
