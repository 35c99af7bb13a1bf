package io.aurorarestore.simulation;

import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.DbInstance;
import io.aurorarestore.local.rds.DbSnapshot;
import io.aurorarestore.local.rds.DescribeClusters;
import io.aurorarestore.local.rds.DescribeInstances;
import io.aurorarestore.local.rds.DescribeSnapshots;
import io.aurorarestore.local.rds.RdsRegion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was in a region from some time on. */
record View(Instant from, List<DbCluster> clusters, List<DbInstance> instances, List<DbSnapshot> snapshots) {

    static View of(RdsRegion region) {
        return new View(
                region.now(),
                region.clusters().describe(DescribeClusters.all()).items(),
                region.instances().describe(DescribeInstances.all()).items(),
                region.snapshots().describe(DescribeSnapshots.all()).items());
    }

    Optional<DbCluster> cluster(String nameOrArn) {
        return clusters.stream()
                .filter(one -> one.id().equals(nameOrArn) || one.arn().equals(nameOrArn))
                .findFirst();
    }

    Optional<DbCluster> clusterById(String resourceId) {
        return clusters.stream()
                .filter(one -> one.resourceId().equals(resourceId))
                .findFirst();
    }

    Optional<DbInstance> instance(String nameOrArn) {
        return instances.stream()
                .filter(one -> one.id().equals(nameOrArn) || one.arn().equals(nameOrArn))
                .findFirst();
    }

    List<DbInstance> instancesOf(String cluster) {
        return instances.stream().filter(one -> one.cluster().equals(cluster)).toList();
    }

    Optional<DbSnapshot> snapshot(String idOrArn) {
        return snapshots.stream()
                .filter(one -> one.id().equals(idOrArn) || one.arn().equals(idOrArn))
                .findFirst();
    }
}
