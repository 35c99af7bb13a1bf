package io.aurorarestore.simulation;

import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.DbInstance;
import io.aurorarestore.local.rds.DbSnapshot;
import io.aurorarestore.local.rds.RdsRegion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was in a region from some time on, copied then. */
record PastView(Instant from, List<DbCluster> clusters, List<DbInstance> instances, List<DbSnapshot> snapshots)
        implements View {

    static PastView of(RdsRegion region) {
        View now = new PresentView(region);
        return new PastView(region.now(), now.clusters(), now.instances(), now.snapshots());
    }

    @Override
    public Optional<DbCluster> cluster(String nameOrArn) {
        return clusters.stream()
                .filter(one -> one.id().equals(nameOrArn) || one.arn().equals(nameOrArn))
                .findFirst();
    }

    @Override
    public Optional<DbCluster> clusterById(String resourceId) {
        return clusters.stream()
                .filter(one -> one.resourceId().equals(resourceId))
                .findFirst();
    }

    @Override
    public Optional<DbInstance> instance(String nameOrArn) {
        return instances.stream()
                .filter(one -> one.id().equals(nameOrArn) || one.arn().equals(nameOrArn))
                .findFirst();
    }

    @Override
    public List<DbInstance> instancesOf(String cluster) {
        return instances.stream().filter(one -> one.cluster().equals(cluster)).toList();
    }

    @Override
    public Optional<DbSnapshot> snapshot(String idOrArn) {
        return snapshots.stream()
                .filter(one -> one.id().equals(idOrArn) || one.arn().equals(idOrArn))
                .findFirst();
    }
}
