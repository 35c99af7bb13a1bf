package io.aurorarestore.simulation;

import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.DbInstance;
import io.aurorarestore.local.rds.DbSnapshot;
import io.aurorarestore.local.rds.DescribeClusters;
import io.aurorarestore.local.rds.DescribeInstances;
import io.aurorarestore.local.rds.DescribeSnapshots;
import io.aurorarestore.local.rds.Filters;
import io.aurorarestore.local.rds.Page;
import io.aurorarestore.local.rds.PageRequest;
import io.aurorarestore.local.rds.RdsRegion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What was in a region from some time on. */
record View(Instant from, List<DbCluster> clusters, List<DbInstance> instances, List<DbSnapshot> snapshots) {

    static View of(RdsRegion region) {
        return new View(
                region.now(),
                all(page -> region.clusters().describe(new DescribeClusters(null, Filters.NONE, page))),
                all(page -> region.instances().describe(new DescribeInstances(null, Filters.NONE, page))),
                all(page -> region.snapshots()
                        .describe(new DescribeSnapshots(null, null, null, null, false, Filters.NONE, page))));
    }

    private static <T> List<T> all(Function<PageRequest, Page<T>> describe) {
        List<T> all = new ArrayList<>();
        Page<T> page = describe.apply(PageRequest.FIRST);
        all.addAll(page.items());
        while (page.marker() != null) {
            page = describe.apply(new PageRequest(page.marker(), null));
            all.addAll(page.items());
        }
        return List.copyOf(all);
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
