package io.aurorarestore.local.rds;

import java.util.Map;
import java.util.TreeMap;

/** Takes manual snapshots of clusters. */
final class SnapshotTaking {

    private final Site site;

    SnapshotTaking(Site site) {
        this.site = site;
    }

    Snapshot take(CreateSnapshot request) {
        Cluster cluster = site.directory().cluster(request.cluster());
        Arn arn = SnapshotNames.free(site, "DBClusterSnapshotIdentifier", request.snapshot());
        if (!cluster.status().is(Status.AVAILABLE)) {
            throw Refusals.clusterState(("Cannot create a snapshot because the database cluster %s isn't currently in "
                            + "the available state. Its state is %s.")
                    .formatted(cluster.id(), cluster.status()));
        }
        Snapshot snapshot = begun(cluster, arn, request.tags());
        site.directory().add(snapshot);
        site.say(EventKind.SNAPSHOT_CREATING, snapshot);
        var data = site.directory()
                .left(arn)
                .thenCompose(free -> site.data().snapshot(cluster.resourceId(), arn.toString()));
        new SnapshotProgress(site, snapshot)
                .run("CreateDBClusterSnapshot", site.durations().snapshot(), data, this::created);
        return snapshot;
    }

    private Snapshot begun(Cluster cluster, Arn arn, Map<String, String> given) {
        Map<String, String> tags = new TreeMap<>(cluster.settings().copyTagsToSnapshot() ? cluster.tags() : Map.of());
        tags.putAll(Tags.checked(given));
        return new Snapshot(
                arn,
                originOf(cluster),
                Snapshot.MANUAL,
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

    private void created(Snapshot snapshot) {
        site.say(EventKind.SNAPSHOT_CREATED, snapshot);
    }
}
