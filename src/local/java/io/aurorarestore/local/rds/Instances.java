package io.aurorarestore.local.rds;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The instances of the clusters of a region. All throw {@link RdsError}; changes take their time. */
public final class Instances {

    private static final Set<String> FILTERS = Set.of("db-cluster-id", "db-instance-id", "dbi-resource-id", "engine");

    private final RegionState site;
    private final InstanceCreating creating;
    private final InstanceModifying modifying;
    private final InstanceDeleting deleting;

    Instances(RegionState site, ClusterDeleting clusters) {
        this.site = site;
        this.creating = new InstanceCreating(site);
        this.modifying = new InstanceModifying(site);
        this.deleting = new InstanceDeleting(site, clusters);
    }

    public Page<DbInstance> describe(DescribeInstances query) {
        return site.world().call("DescribeDBInstances", () -> page(query));
    }

    /** Creates an instance; the first of a cluster is its writer, and makes the endpoint answer. */
    public DbInstance create(NewInstance request) {
        return site.world().call("CreateDBInstance", () -> site.view(creating.create(request)));
    }

    public DbInstance modify(ModifyInstance request) {
        return site.world().call("ModifyDBInstance", () -> site.view(modifying.modify(request)));
    }

    /** Restarts it; every session ends. */
    public DbInstance reboot(String idOrArn) {
        return site.world().call("RebootDBInstance", () -> site.view(modifying.reboot(idOrArn)));
    }

    /** Deletes it; with a cluster's last one the endpoint answers no more. */
    public DbInstance delete(String idOrArn) {
        return site.world().call("DeleteDBInstance", () -> site.view(deleting.delete(idOrArn)));
    }

    private Page<DbInstance> page(DescribeInstances query) {
        query.filters().only(FILTERS);
        List<DbInstance> found = asked(query)
                .map(site::view)
                .filter(one -> passes(query.filters(), one))
                .toList();
        return query.page().of(found, DbInstance::id);
    }

    /** At least those that are asked for, by their ids. */
    private Stream<InstanceState> asked(DescribeInstances query) {
        ResourceIndex all = site.directory();
        if (query.instance() != null) {
            return Stream.of(all.instance(query.instance()));
        }
        return query.filters()
                .wanted("db-instance-id")
                .map(names -> names.stream().flatMap(name -> all.findInstance(name).stream()))
                .or(() -> query.filters()
                        .wanted("db-cluster-id")
                        .map(names -> names.stream()
                                .flatMap(name -> all.findCluster(name).stream())
                                .flatMap(cluster -> cluster.members().stream())))
                .map(found -> found.distinct().sorted(Comparator.comparing(InstanceState::id)))
                .orElseGet(() -> all.instances().stream());
    }

    private boolean passes(Filters filters, DbInstance one) {
        return filters.admit(
                        "db-cluster-id",
                        one.cluster(),
                        site.arn("cluster", one.cluster()).toString())
                && filters.admit("db-instance-id", one.id(), one.arn())
                && filters.admit("dbi-resource-id", one.resourceId())
                && filters.admit("engine", one.volume().engine());
    }
}
