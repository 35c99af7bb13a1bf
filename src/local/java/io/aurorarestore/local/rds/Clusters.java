package io.aurorarestore.local.rds;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The clusters of a region. All throw {@link RdsError}; changes are accepted at once and take their time. */
public final class Clusters {

    private static final Set<String> FILTERS =
            Set.of("db-cluster-id", "db-cluster-resource-id", "engine", "clone-group-id");

    private final RegionState site;
    private final ClusterRestoring restoring;
    private final ClusterModifying modifying;
    private final ClusterDeleting deleting;
    private final ClusterPower power;

    Clusters(RegionState site, ClusterDeleting deleting) {
        this.site = site;
        this.restoring = new ClusterRestoring(site);
        this.modifying = new ClusterModifying(site);
        this.deleting = deleting;
        this.power = new ClusterPower(site);
    }

    public Page<DbCluster> describe(DescribeClusters query) {
        return site.world().call("DescribeDBClusters", () -> page(query));
    }

    /** Restores a snapshot to a new cluster; it gets no instances. */
    public DbCluster restore(RestoreFromSnapshot request) {
        return site.world().call("RestoreDBClusterFromSnapshot", () -> site.view(restoring.restore(request)));
    }

    /** Restores a cluster's data of a moment to a new cluster, or clones it; it gets no instances. */
    public DbCluster restore(RestoreToPointInTime request) {
        return site.world().call("RestoreDBClusterToPointInTime", () -> site.view(restoring.restore(request)));
    }

    /** Renames, changes the master password or plain settings. */
    public DbCluster modify(ModifyCluster request) {
        return site.world().call("ModifyDBCluster", () -> site.view(modifying.modify(request)));
    }

    /** Deletes a cluster that has no instances but such as are being deleted. */
    public DbCluster delete(ClusterDeleteRequest request) {
        return site.world().call("DeleteDBCluster", () -> site.view(deleting.delete(request)));
    }

    public DbCluster stop(String idOrArn) {
        return site.world().call("StopDBCluster", () -> site.view(power.stop(idOrArn)));
    }

    public DbCluster start(String idOrArn) {
        return site.world().call("StartDBCluster", () -> site.view(power.start(idOrArn)));
    }

    /** Turns on the Data API. */
    public void enableHttpEndpoint(String arn) {
        site.world().call("EnableHttpEndpoint", () -> {
            ClusterState cluster = site.directory().cluster(arn);
            if (!cluster.status().is(ResourceStatus.AVAILABLE)) {
                throw RdsRefusals.clusterState("The cluster %s is in the %s state; it must be available."
                        .formatted(cluster.id(), cluster.status()));
            }
            cluster.change(ClusterChanges.further(Map.of("HttpEndpointEnabled", "true")));
            return cluster;
        });
    }

    private Page<DbCluster> page(DescribeClusters query) {
        query.filters().only(FILTERS);
        List<DbCluster> found = asked(query)
                .map(site::view)
                .filter(one -> passes(query.filters(), one))
                .toList();
        return query.page().of(found, DbCluster::id);
    }

    /** At least those that are asked for, by their ids. */
    private Stream<ClusterState> asked(DescribeClusters query) {
        ResourceIndex all = site.directory();
        if (query.cluster() != null) {
            return Stream.of(all.cluster(query.cluster()));
        }
        return query.filters()
                .wanted("db-cluster-id")
                .map(names -> names.stream().flatMap(name -> all.findCluster(name).stream()))
                .or(() -> query.filters()
                        .wanted("db-cluster-resource-id")
                        .map(ids -> ids.stream().flatMap(id -> all.clusterOfResource(id).stream())))
                .map(found -> found.distinct().sorted(Comparator.comparing(ClusterState::id)))
                .orElseGet(() -> all.clusters().stream());
    }

    private static boolean passes(Filters filters, DbCluster one) {
        return filters.admit("db-cluster-id", one.id(), one.arn())
                && filters.admit("db-cluster-resource-id", one.resourceId())
                && filters.admit("clone-group-id", one.backups().volumeGroup())
                && filters.admit("engine", one.volume().engine());
    }
}
