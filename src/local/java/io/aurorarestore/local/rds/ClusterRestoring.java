package io.aurorarestore.local.rds;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Restores snapshots, and clusters' data of a moment, to new clusters.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-restore-snapshot.html">Restoring</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Clone.html">Cloning</a>
 */
final class ClusterRestoring {

    private static final String OPERATION = "RestoreDBClusterFromSnapshot";
    private static final String TO_POINT_IN_TIME = "RestoreDBClusterToPointInTime";

    /** Of one volume, besides the cluster that it was first. */
    private static final int MOST_CLONES = 15;

    /**
     * What both ways of restoring make.
     *
     * @param port where none is asked for, if that is not RDS's own
     */
    private record Made(
            String cluster,
            DataVolume volume,
            @Nullable String subnetGroup,
            Optional<Integer> port,
            ClusterChanges settings,
            Map<String, String> tags) {

        /** What it is made with. */
        PlainClusterSettings settled() {
            PlainClusterSettings usual =
                    PlainClusterSettings.defaults(volume.family()).inSubnets(subnetGroup);
            return port.map(usual::onPort).orElse(usual).with(settings);
        }
    }

    private final RegionState site;

    ClusterRestoring(RegionState site) {
        this.site = site;
    }

    ClusterState restore(RestoreFromSnapshot request) {
        SnapshotState snapshot = source(request);
        ClusterState cluster = added(
                new Made(
                        request.cluster(),
                        volume(snapshot.volume(), request),
                        request.subnetGroup(),
                        Optional.of(snapshot.origin().port()),
                        request.settings(),
                        request.tags()),
                Optional.empty());
        var data = snapshot.using(site.data().copy(snapshot.arn().toString(), cluster.resourceId()));
        finish(OPERATION, site.durations().restore(), cluster, data);
        return cluster;
    }

    /** A clone is a matter of minutes, whatever its size, unless too many share its source's volume already. */
    ClusterState restore(RestoreToPointInTime request) {
        PointInTime moment = new PointInTime(site, request);
        DbCluster source = moment.source();
        boolean shares =
                request.copyOnWrite() && hasRoomForClones(source.backups().volumeGroup());
        String key = request.kmsKeyId();
        ClusterState cluster = added(
                new Made(
                        request.cluster(),
                        key == null ? source.volume() : source.volume().withKey(Keys.resolve(site, key)),
                        request.subnetGroup(),
                        Optional.empty(),
                        request.settings(),
                        request.tags()),
                shares ? Optional.of(source.backups().volumeGroup()) : Optional.empty());
        var data = site.data().restore(source.resourceId(), moment.time(), cluster.resourceId());
        Duration takes = shares ? site.durations().snapshot() : site.durations().restore();
        finish(TO_POINT_IN_TIME, takes, cluster, data);
        return cluster;
    }

    /** Else RDS makes a full copy, and does not say so. */
    private boolean hasRoomForClones(String volumeGroup) {
        return site.directory().clusters().stream()
                        .filter(one -> one.volumeGroup().equals(volumeGroup))
                        .count()
                <= MOST_CLONES;
    }

    private ClusterState added(Made made, Optional<String> volumeGroup) {
        String id = NameChecks.cluster(site, "DBClusterIdentifier", made.cluster());
        if (site.directory().clusterCount() >= site.quotas().clusters()) {
            throw RdsRefusals.clusterQuota();
        }
        ClusterState cluster = begun(id, made, volumeGroup);
        site.directory().add(cluster);
        site.data().point(site.region(), id, cluster.resourceId());
        return cluster;
    }

    private void finish(String operation, Duration takes, ClusterState cluster, CompletionStage<Void> data) {
        site.world()
                .start(new PendingWork(
                        operation,
                        takes,
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

    private ClusterState begun(String id, Made made, Optional<String> volumeGroup) {
        PlainClusterSettings settings = made.settled();
        Offerings.check(made.volume(), settings.further().get("StorageType"));
        Groups.required(site, Group.Kind.SUBNET, settings.subnetGroup());
        Groups.required(site, Group.Kind.CLUSTER_PARAMETER, settings.parameterGroup());
        String resourceId = site.world().ids().resource("cluster");
        return new ClusterState(
                id,
                resourceId,
                made.volume(),
                settings,
                site.world().now(),
                new ResourceStatus(site.world(), ResourceStatus.CREATING),
                Tags.checked(made.tags()),
                site.world().now(),
                volumeGroup.orElse(resourceId));
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
