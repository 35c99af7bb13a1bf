package io.aurorarestore.simulation;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.rds.Attached;
import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.ClusterKey;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.aws.SourceCluster;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.port.Aurora;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** RDS as its Describe calls show it: not always as it is now. */
final class Described implements Aurora {

    private final Aurora rds;
    private final Region home;
    private final Supplier<Instant> asOf;

    Described(Aurora rds, Region home, Supplier<Instant> asOf) {
        this.rds = rds;
        this.home = home;
        this.asOf = asOf;
    }

    @Override
    public Uni<Optional<Snapshot>> snapshot(String region, String idOrArn) {
        return region.equals(TestData.HOME.region())
                ? Uni.createFrom().item(() -> seen().snapshot(idOrArn).map(RdsViews::seen))
                : rds.snapshot(region, idOrArn);
    }

    @Override
    public Uni<List<Snapshot>> snapshotsOf(String region, String cluster) {
        return rds.snapshotsOf(region, cluster);
    }

    @Override
    public Uni<List<Cluster>> clusters(List<String> names) {
        return Uni.createFrom().item(() -> {
            View seen = seen();
            return names.stream()
                    .flatMap(name -> seen.cluster(name).stream())
                    .map(RdsViews::seen)
                    .toList();
        });
    }

    /** As it is now: what backups hold moves on by itself. */
    @Override
    public Uni<List<SourceCluster>> sourceClusters(ClusterKey cluster, boolean clones) {
        return rds.sourceClusters(cluster, clones);
    }

    @Override
    public Uni<List<Instance>> instancesOf(String cluster) {
        return Uni.createFrom()
                .item(() ->
                        seen().instancesOf(cluster).stream().map(RdsViews::seen).toList());
    }

    @Override
    public Uni<List<Snapshot>> manualSnapshots() {
        return Uni.createFrom()
                .item(() -> seen().snapshots().stream().map(RdsViews::seen).toList());
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
        Optional<Attached> attached =
                query.target().flatMap(arn -> seen().cluster(arn)).map(DbCluster::attached);
        return rds.surroundings(query)
                .map(found -> attached.map(one -> with(found, one)).orElse(found));
    }

    private static TargetDependencies with(TargetDependencies found, Attached attached) {
        return new TargetDependencies(
                Optional.ofNullable(attached.globalCluster()),
                Stream.ofNullable(attached.proxy()).toList(),
                Stream.ofNullable(attached.blueGreen()).toList(),
                found.customEndpoints(),
                found.vpcs(),
                found.families(),
                found.rooms(),
                found.offers(),
                List.of(),
                found.othersAtWork(),
                found.scaling());
    }

    private View seen() {
        return home.at(asOf.get());
    }
}
