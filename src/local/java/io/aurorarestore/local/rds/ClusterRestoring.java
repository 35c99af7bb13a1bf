package io.aurorarestore.local.rds;

/**
 * Restores snapshots to new clusters.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-restore-snapshot.html">Restoring</a>
 */
final class ClusterRestoring {

    private static final String OPERATION = "RestoreDBClusterFromSnapshot";

    private final Site site;

    ClusterRestoring(Site site) {
        this.site = site;
    }

    Cluster restore(RestoreFromSnapshot request) {
        Snapshot snapshot = source(request);
        String id = NewNames.cluster(site, "DBClusterIdentifier", request.cluster());
        if (site.directory().clusters().size() >= site.quotas().clusters()) {
            throw Refusals.clusterQuota();
        }
        Cluster cluster = begun(id, volume(snapshot.volume(), request), request);
        site.directory().add(cluster);
        site.data().point(site.region(), id, cluster.resourceId());
        layDown(snapshot, cluster);
        return cluster;
    }

    private void layDown(Snapshot snapshot, Cluster cluster) {
        var data = snapshot.using(site.data().copy(snapshot.arn().toString(), cluster.resourceId()));
        site.world()
                .start(new Task(
                        OPERATION,
                        site.durations().restore(),
                        () -> data,
                        Status.MIGRATION_FAILED,
                        () -> restored(cluster),
                        status -> failed(cluster, status)));
    }

    private Snapshot source(RestoreFromSnapshot request) {
        Snapshot snapshot = site.directory().snapshot(request.snapshot());
        if (!snapshot.status().is(Status.AVAILABLE)) {
            throw Refusals.snapshotState("The snapshot %s is in the %s state; it must be available."
                    .formatted(snapshot.arn().id(), snapshot.status()));
        }
        if (!snapshot.volume().engine().equals(request.engine())) {
            throw RdsError.invalidCombination("The engine %s does not match the snapshot's, %s."
                    .formatted(request.engine(), snapshot.volume().engine()));
        }
        return snapshot;
    }

    private Volume volume(Volume saved, RestoreFromSnapshot request) {
        Volume volume = request.engineVersion() == null ? saved : saved.withVersion(request.engineVersion());
        return request.kmsKeyId() == null ? volume : volume.withKey(Keys.resolve(site, request.kmsKeyId()));
    }

    private Cluster begun(String id, Volume volume, RestoreFromSnapshot request) {
        ClusterSettings settings = ClusterSettings.defaults(volume.family())
                .inSubnets(request.subnetGroup())
                .with(request.settings());
        Groups.required(site, Group.Kind.SUBNET, settings.subnetGroup());
        Groups.required(site, Group.Kind.CLUSTER_PARAMETER, settings.parameterGroup());
        return new Cluster(
                id,
                site.world().ids().resource("cluster"),
                volume,
                settings,
                site.world().now(),
                new Status(site.world(), Status.CREATING),
                Tags.checked(request.tags()));
    }

    private void restored(Cluster cluster) {
        cluster.status().become(Status.AVAILABLE);
        site.say(EventKind.CLUSTER_CREATED, cluster);
    }

    /**
     * RDS documents an event for incompatible resources and one for insufficient limits, and none for the other ways to
     * fail: those are seen by a Describe only.
     */
    private void failed(Cluster cluster, String status) {
        cluster.status().become(status);
        if (status.startsWith("incompatible-")) {
            site.say(EventKind.CLUSTER_INCOMPATIBLE, cluster, "The cluster is in the state " + status);
        } else if (status.equals(Status.FAILED)) {
            site.say(EventKind.CLUSTER_OVER_LIMITS, cluster, "The cluster is in the state " + status);
        }
    }
}
