package io.aurorarestore.simulation;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.rds.ClusterChanges;
import io.aurorarestore.local.rds.ClusterSeed;
import io.aurorarestore.local.rds.DataVolume;
import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.DbInstance;
import io.aurorarestore.local.rds.DbSnapshot;
import io.aurorarestore.local.rds.DescribeClusters;
import io.aurorarestore.local.rds.DescribeInstances;
import io.aurorarestore.local.rds.DescribeSnapshots;
import io.aurorarestore.local.rds.NewInstance;
import io.aurorarestore.local.rds.RdsRegion;
import io.aurorarestore.local.rds.SeedCluster;
import io.aurorarestore.model.Ownership;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is in the region that is restored to. */
public record HomeRegion(RdsRegion region) {

    private static final DataVolume DATA = DataVolume.postgresql("17.4", "postgres", "orders");

    /** A cluster with two instances that may be replaced, in a network of its own, and protected. */
    public DbCluster existing(String name) {
        ClusterChanges changes = new ClusterChanges(
                null, List.of("sg-of-orders"), null, null, null, null, true, null, 14, null, null, null, Map.of());
        return region.seed()
                .cluster(SeedCluster.of(name, DATA, TestData.NOW, name + "-1", name + "-2")
                        .with(changes)
                        .ofClass("db.r7g.xlarge")
                        .tagged(Map.of(Ownership.ALLOWED_TAG, "true", "team", "orders")));
    }

    /** A snapshot that goes with its cluster. */
    public DbSnapshot automated(String cluster) {
        String id = "rds:" + cluster + "-2026-11-21-01-00";
        return region.seed().snapshot(id, cluster, "automated", TestData.NOW.minusSeconds(3600), Map.of());
    }

    /** A reader that autoscaling adds. */
    public DbInstance autoscaled(String cluster) {
        String id = "application-autoscaling-1b2c";
        return region.instances().create(NewInstance.of(id, cluster, Map.of()));
    }

    public ClusterSeed of(String cluster) {
        return region.seed().of(cluster);
    }

    public void untag(String cluster, String key) {
        region.tags().remove(cluster(cluster).orElseThrow().arn(), List.of(key));
    }

    public DbCluster stranger(String name) {
        return region.seed().cluster(SeedCluster.of(name, DATA, TestData.NOW).tagged(TestData.STRANGERS));
    }

    public List<DbCluster> clusters() {
        return region.clusters().describe(DescribeClusters.all()).items();
    }

    public Optional<DbCluster> cluster(String name) {
        return clusters().stream().filter(one -> one.id().equals(name)).findFirst();
    }

    public List<DbSnapshot> snapshots() {
        return region.snapshots().describe(DescribeSnapshots.all()).items();
    }

    public List<DbInstance> instancesOf(String cluster) {
        return region.instances().describe(DescribeInstances.of(cluster)).items();
    }
}
