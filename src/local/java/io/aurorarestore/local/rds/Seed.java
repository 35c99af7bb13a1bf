package io.aurorarestore.local.rds;

import java.time.Instant;
import java.util.Map;

/**
 * Puts clusters and snapshots into a region as if they had always been there: available, without events. The data plane
 * is only pointed at the volumes; who seeds lays down what they hold.
 */
public final class Seed {

    private final RegionState site;

    Seed(RegionState site) {
        this.site = site;
    }

    public DbCluster cluster(SeedCluster seed) {
        return site.world().locked(() -> {
            String resourceId = site.world().ids().resource("cluster");
            ClusterState cluster = new ClusterState(
                    seed.id(),
                    resourceId,
                    seed.volume(),
                    seed.settings(),
                    seed.created(),
                    available(),
                    seed.tags(),
                    site.world().now(),
                    seed.volumeGroup() == null ? resourceId : seed.volumeGroup());
            site.directory().add(cluster);
            seed.instances().forEach(id -> instance(cluster, id, seed));
            site.data().point(site.region(), seed.id(), cluster.resourceId());
            return site.view(cluster);
        });
    }

    /** A cluster that was deleted, and whose automated backups were kept. */
    public DbCluster deleted(SeedCluster seed) {
        return site.world().locked(() -> {
            DbCluster there = cluster(seed);
            site.directory().retain(new ClusterBackup(there, true));
            site.data().unpoint(site.region(), there.id());
            site.data().retain(there.resourceId());
            site.directory().remove(site.directory().cluster(there.id()));
            return there;
        });
    }

    /**
     * A snapshot of a cluster of the region.
     *
     * @param type {@code manual}, or {@code automated} with an id that begins with {@code rds:}
     */
    public DbSnapshot snapshot(String id, String cluster, String type, Instant created, Map<String, String> tags) {
        return site.world().locked(() -> {
            ClusterState of = site.directory().cluster(cluster);
            return add(new SnapshotState(
                    site.arn("cluster-snapshot", id),
                    new SnapshotTaking(site).originOf(of),
                    type,
                    created,
                    of.volume(),
                    null,
                    available(),
                    tags));
        });
    }

    /** A cluster of the region, to put it into a state. */
    public ClusterSeed of(String cluster) {
        return new ClusterSeed(site, cluster);
    }

    /** A manual snapshot of a cluster of the region. */
    public DbSnapshot snapshot(String id, String cluster, Instant created) {
        return snapshot(id, cluster, SnapshotState.MANUAL, created, Map.of());
    }

    /** A snapshot that another account shares with ours. */
    public DbSnapshot shared(String account, String id, DbSnapshot.Origin origin, DataVolume volume, Instant created) {
        return site.world()
                .locked(() -> add(new SnapshotState(
                        new Arn(site.region(), account, "cluster-snapshot", id),
                        origin,
                        SnapshotState.SHARED,
                        created,
                        volume,
                        null,
                        available(),
                        Map.of())));
    }

    private void instance(ClusterState cluster, String id, SeedCluster seed) {
        InstanceState instance = new InstanceState(
                id,
                site.world().ids().resource("db"),
                cluster,
                InstanceDetails.of(
                        seed.instanceClass(), "default." + seed.volume().family(), site.region() + "a"),
                seed.created(),
                available(),
                seed.tags());
        site.directory().add(instance);
        cluster.join(instance);
    }

    private DbSnapshot add(SnapshotState snapshot) {
        site.directory().add(snapshot);
        return snapshot.view();
    }

    private ResourceStatus available() {
        return new ResourceStatus(site.world(), ResourceStatus.AVAILABLE);
    }
}
