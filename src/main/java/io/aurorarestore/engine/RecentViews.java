package io.aurorarestore.engine;

import io.aurorarestore.command.Command;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.ClusterKey;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.aws.SourceCluster;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.port.Aurora;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** RDS as it was seen a moment ago: what one step has looked at, the next one need not, until something is done to it. */
final class RecentViews implements Aurora {

    private final Aurora rds;
    private final Map<String, Optional<Cluster>> clusters = new HashMap<>();
    private final Map<String, List<Instance>> instances = new HashMap<>();

    RecentViews(Aurora rds) {
        this.rds = rds;
    }

    void forget() {
        clusters.clear();
        instances.clear();
    }

    /** What the command may have changed. */
    void forgetAfter(Command done) {
        if (done.changes().contains(Command.Seen.CLUSTERS)) {
            clusters.clear();
        }
        if (done.changes().contains(Command.Seen.INSTANCES)) {
            instances.clear();
        }
    }

    @Override
    public Uni<List<Cluster>> clusters(List<String> names) {
        List<String> unseen =
                names.stream().filter(name -> !clusters.containsKey(name)).toList();
        Uni<List<Cluster>> looked = unseen.isEmpty() ? Uni.createFrom().item(List.of()) : rds.clusters(unseen);
        return looked.map(found -> {
            unseen.forEach(name -> clusters.put(name, Optional.empty()));
            found.forEach(one -> clusters.put(one.name(), Optional.of(one)));
            return names.stream()
                    .flatMap(name -> clusters.getOrDefault(name, Optional.empty()).stream())
                    .toList();
        });
    }

    @Override
    public Uni<List<Instance>> instancesOf(String cluster) {
        List<Instance> seen = instances.get(cluster);
        return seen != null
                ? Uni.createFrom().item(seen)
                : rds.instancesOf(cluster).invoke(found -> instances.put(cluster, found));
    }

    @Override
    public Uni<Optional<Snapshot>> snapshot(String region, String idOrArn) {
        return rds.snapshot(region, idOrArn);
    }

    @Override
    public Uni<List<Snapshot>> snapshotsOf(String region, String cluster) {
        return rds.snapshotsOf(region, cluster);
    }

    @Override
    public Uni<List<SourceCluster>> sourceClusters(ClusterKey cluster, boolean clones) {
        return rds.sourceClusters(cluster, clones);
    }

    @Override
    public Uni<List<Snapshot>> manualSnapshots() {
        return rds.manualSnapshots();
    }

    @Override
    public Uni<Boolean> othersAtWork(RestoreId restore) {
        return rds.othersAtWork(restore);
    }

    @Override
    public Uni<Set<RestoreId>> setAsideBy() {
        return rds.setAsideBy();
    }

    @Override
    public Uni<TargetDependencies> surroundings(TargetDependencies.Query query) {
        return rds.surroundings(query);
    }
}
