package io.aurorarestore.local.rds;

/**
 * Restores snapshots to new clusters.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-restore-snapshot.html">Restoring</a>
 */
final class ClusterRestoring {

    private static final String OPERATION = "RestoreDBClusterFromSnapshot";

    private final RegionState site;

    ClusterRestoring(RegionState site) {
        this.site = site;
    }

    ClusterState restore(RestoreFromSnapshot request) {
        SnapshotState snapshot = source(request);
        String id = NameChecks.cluster(site, "DBClusterIdentifier", request.cluster());
        if (site.directory().clusters().size() >= site.quotas().clusters()) {
            throw RdsRefusals.clusterQuota();
        }
        ClusterState cluster = begun(id, volume(snapshot.volume(), request), request);
        site.directory().add(cluster);
        site.data().point(site.region(), id, cluster.resourceId());
        layDown(snapshot, cluster);
        return cluster;
    }

    private void layDown(SnapshotState snapshot, ClusterState cluster) {
        var data = snapshot.using(site.data().copy(snapshot.arn().toString(), cluster.resourceId()));
        site.world()
                .start(new PendingWork(
                        OPERATION,
                        site.durations().restore(),
                        () -> data,
                        ResourceStatus.MIGRATION_FAILED,
                        () -> restored(cluster),
                        status -> failed(cluster, status)));
    }

    private SnapshotState source(RestoreFromSnapshot request) {
        SnapshotState snapshot = site.directory().snapshot(request.snapshot());
        if (!snapshot.status().is(ResourceStatus.AVAILABLE)) {
            throw RdsRefusals.snapshotState("The snapshot %s is in the %s state; it must be available."
                    .formatted(snapshot.arn().id(), snapshot.status()));
        }
        if (!snapshot.volume().engine().equals(request.engine())) {
            throw RdsError.invalidCombination("The engine %s does not match the snapshot's, %s."
                    .formatted(request.engine(), snapshot.volume().engine()));
        }
        return snapshot;
    }

    private DataVolume volume(DataVolume saved, RestoreFromSnapshot request) {
        DataVolume volume = request.engineVersion() == null ? saved : saved.withVersion(request.engineVersion());
        return request.kmsKeyId() == null ? volume : volume.withKey(Keys.resolve(site, request.kmsKeyId()));
    }

    private ClusterState begun(String id, DataVolume volume, RestoreFromSnapshot request) {
        PlainClusterSettings settings = PlainClusterSettings.defaults(volume.family())
                .inSubnets(request.subnetGroup())
                .with(request.settings());
        Groups.required(site, Group.Kind.SUBNET, settings.subnetGroup());
        Groups.required(site, Group.Kind.CLUSTER_PARAMETER, settings.parameterGroup());
        return new ClusterState(
                id,
                site.world().ids().resource("cluster"),
                volume,
                settings,
                site.world().now(),
                new ResourceStatus(site.world(), ResourceStatus.CREATING),
                Tags.checked(request.tags()));
    }

    private void restored(ClusterState cluster) {
        cluster.status().become(ResourceStatus.AVAILABLE);
        site.say(EventKind.CLUSTER_CREATED, cluster);
    }

    /**
     * RDS documents an event for incompatible resources and one for insufficient limits, and none for the other ways to
     * fail: those are seen by a Describe only.
     */
    private void failed(ClusterState cluster, String status) {
        cluster.status().become(status);
        if (status.startsWith("incompatible-")) {
            site.say(EventKind.CLUSTER_INCOMPATIBLE, cluster, "The cluster is in the state " + status);
        } else if (status.equals(ResourceStatus.FAILED)) {
            site.say(EventKind.CLUSTER_OVER_LIMITS, cluster, "The cluster is in the state " + status);
        }
    }
}
