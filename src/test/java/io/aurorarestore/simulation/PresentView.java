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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is in a region whenever it is asked, without a copy: however much there is, one thing is found at once. */
record PresentView(RdsRegion region) implements View {

    @Override
    public List<DbCluster> clusters() {
        return clusters(Filters.NONE);
    }

    @Override
    public List<DbInstance> instances() {
        return instances(Filters.NONE);
    }

    @Override
    public List<DbSnapshot> snapshots() {
        return snapshots(Filters.NONE);
    }

    @Override
    public Optional<DbCluster> cluster(String nameOrArn) {
        return clusters(Filters.by("db-cluster-id", nameOrArn)).stream().findFirst();
    }

    @Override
    public Optional<DbCluster> clusterById(String resourceId) {
        return clusters(Filters.by("db-cluster-resource-id", resourceId)).stream()
                .findFirst();
    }

    @Override
    public Optional<DbInstance> instance(String nameOrArn) {
        return instances(Filters.by("db-instance-id", nameOrArn)).stream().findFirst();
    }

    @Override
    public List<DbInstance> instancesOf(String cluster) {
        return instances(Filters.by("db-cluster-id", cluster));
    }

    @Override
    public Optional<DbSnapshot> snapshot(String idOrArn) {
        return snapshots(Filters.by("db-cluster-snapshot-id", idOrArn)).stream().findFirst();
    }

    private List<DbCluster> clusters(Filters such) {
        return all(page -> region.clusters().describe(new DescribeClusters(null, such, page)));
    }

    private List<DbInstance> instances(Filters such) {
        return all(page -> region.instances().describe(new DescribeInstances(null, such, page)));
    }

    private List<DbSnapshot> snapshots(Filters such) {
        return all(
                page -> region.snapshots().describe(new DescribeSnapshots(null, null, null, null, false, such, page)));
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
}
