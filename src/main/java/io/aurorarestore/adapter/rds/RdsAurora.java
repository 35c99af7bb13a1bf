package io.aurorarestore.adapter.rds;

import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.ClusterKey;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.aws.SourceCluster;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.port.Aurora;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterAutomatedBackupsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.Filter;

/** Describes clusters, instances, snapshots and their surroundings in RDS. What is not found is empty, not an error. */
@ApplicationScoped
class RdsAurora implements Aurora {

    private static final DescribeDbClusterSnapshotsRequest MANUAL =
            DescribeDbClusterSnapshotsRequest.builder().snapshotType("manual").build();

    /** AWS Backup's: listed only if they are asked for. */
    private static final String BACKUP = "awsbackup";

    private static final String CLUSTER = "db-cluster-id";
    private static final String RESOURCE = "db-cluster-resource-id";
    /** Of a cluster that was deleted. */
    private static final String RETAINED = "retained";

    private static final String CLONES = "clone-group-id";

    private final RdsClients clients;
    private final ScalingTargets scaling;

    RdsAurora(RdsClients clients, ScalingTargets scaling) {
        this.clients = clients;
        this.scaling = scaling;
    }

    @Override
    public Uni<Optional<Snapshot>> snapshot(String region, String idOrArn) {
        return orNone(snapshots(region, one(idOrArn)))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<Snapshot>> snapshotsOf(String region, String cluster) {
        DescribeDbClusterSnapshotsRequest ofCluster = DescribeDbClusterSnapshotsRequest.builder()
                .dbClusterIdentifier(cluster)
                .build();
        return snapshots(region, ofCluster)
                .chain(some -> snapshots(
                                region,
                                ofCluster.toBuilder().snapshotType(BACKUP).build())
                        .map(more -> join(some, more)));
    }

    @Override
    public Uni<List<Cluster>> clusters(List<String> names) {
        return clusters(DescribeDbClustersRequest.builder()
                .filters(Filter.builder().name(CLUSTER).values(names).build())
                .build());
    }

    /** A name may have been several clusters' in turn; a resource id never is. */
    @Override
    public Uni<List<SourceCluster>> sourceClusters(ClusterKey cluster, boolean clones) {
        return described(cluster.byResourceId() ? RESOURCE : CLUSTER, cluster.value())
                .chain(living -> living.isEmpty() ? kept(cluster) : seen(living, clones));
    }

    private Uni<List<SourceCluster>> kept(ClusterKey cluster) {
        DescribeDbClusterAutomatedBackupsRequest request = DescribeDbClusterAutomatedBackupsRequest.builder()
                .dbClusterResourceId(cluster.byResourceId() ? cluster.value() : null)
                .dbClusterIdentifier(cluster.byResourceId() ? null : cluster.value())
                .build();
        return orNone(clients.call(
                        "DescribeDBClusterAutomatedBackups", rds -> rds.describeDBClusterAutomatedBackups(request))
                .map(answer -> answer.dbClusterAutomatedBackups().stream()
                        .filter(one -> RETAINED.equals(one.status()))
                        .map(SourceClusterMapper::kept)
                        .toList()));
    }

    private Uni<List<SourceCluster>> seen(List<DBCluster> living, boolean clones) {
        DBCluster one = living.get(0);
        return clones && one.cloneGroupId() != null
                ? described(CLONES, one.cloneGroupId())
                        .map(all -> List.of(SourceClusterMapper.living(one, all.size() - 1)))
                : Uni.createFrom().item(List.of(SourceClusterMapper.living(one, 0)));
    }

    private Uni<List<DBCluster>> described(String by, String value) {
        return described(DescribeDbClustersRequest.builder()
                .filters(Filter.builder().name(by).values(value).build())
                .build());
    }

    @Override
    public Uni<List<Instance>> instancesOf(String cluster) {
        return clients.call(
                        "DescribeDBInstances",
                        rds -> rds.describeDBInstances(ask -> ask.filters(
                                Filter.builder().name(CLUSTER).values(cluster).build())))
                .map(answer ->
                        answer.dbInstances().stream().map(RdsMapper::instance).toList());
    }

    @Override
    public Uni<List<Snapshot>> manualSnapshots() {
        return snapshots(clients.home().region(), MANUAL);
    }

    /** Clusters first: most restores that are at work have one. */
    @Override
    public Uni<Boolean> othersAtWork(RestoreId restore) {
        return clusters(DescribeDbClustersRequest.builder().build())
                .map(all -> all.stream().anyMatch(one -> one.isPassing(restore)))
                .chain(found -> found
                        ? Uni.createFrom().item(true)
                        : manualSnapshots().map(all -> all.stream().anyMatch(one -> one.isPassing(restore))));
    }

    @Override
    public Uni<Set<RestoreId>> setAsideBy() {
        return clusters(DescribeDbClustersRequest.builder().build())
                .map(all -> all.stream()
                        .flatMap(one -> Ownership.setAsideBy(one.tags()).stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private Uni<List<Cluster>> clusters(DescribeDbClustersRequest request) {
        return described(request)
                .map(all -> all.stream().map(RdsMapper::cluster).toList());
    }

    private Uni<List<DBCluster>> described(DescribeDbClustersRequest request) {
        return clients.call("DescribeDBClusters", rds -> rds.describeDBClusters(request))
                .chain(answer -> answer.marker() == null
                        ? Uni.createFrom().item(answer.dbClusters())
                        : described(request.toBuilder().marker(answer.marker()).build())
                                .map(rest -> join(answer.dbClusters(), rest)));
    }

    @Override
    public Uni<TargetDependencies> surroundings(TargetDependencies.Query query) {
        Uni<TargetDependencies> around = new RdsTargetDependencies(clients, query).describe();
        return query.target().isEmpty() || query.attachedOnly()
                ? around
                : around.chain(found -> scaling.of(query.name()).map(found::with));
    }

    /** One of ours goes by its id; one that another account shares by its ARN, and only if shared ones are asked for. */
    private DescribeDbClusterSnapshotsRequest one(String idOrArn) {
        String[] arn = idOrArn.split(":", 7);
        boolean shared = idOrArn.startsWith("arn:") && !clients.home().account().equals(arn[4]);
        if (shared) {
            return DescribeDbClusterSnapshotsRequest.builder()
                    .dbClusterSnapshotIdentifier(idOrArn)
                    .includeShared(true)
                    .build();
        }
        String id = idOrArn.startsWith("arn:") ? arn[6] : idOrArn;
        return DescribeDbClusterSnapshotsRequest.builder()
                .dbClusterSnapshotIdentifier(id)
                .snapshotType(typeOf(id))
                .build();
    }

    /** What AWS takes by itself is found by its name only if its type is given with it. */
    private static @Nullable String typeOf(String id) {
        if (id.startsWith("rds:")) {
            return "automated";
        }
        return id.startsWith("awsbackup:") ? BACKUP : null;
    }

    private Uni<List<Snapshot>> snapshots(String region, DescribeDbClusterSnapshotsRequest request) {
        return clients.call(region, "DescribeDBClusterSnapshots", rds -> rds.describeDBClusterSnapshots(request))
                .chain(answer -> {
                    List<Snapshot> page = answer.dbClusterSnapshots().stream()
                            .map(RdsMapper::snapshot)
                            .toList();
                    return answer.marker() == null
                            ? Uni.createFrom().item(page)
                            : snapshots(
                                            region,
                                            request.toBuilder()
                                                    .marker(answer.marker())
                                                    .build())
                                    .map(rest -> join(page, rest));
                });
    }

    private static <T> List<T> join(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static <T> Uni<List<T>> orNone(Uni<List<T>> found) {
        Function<Throwable, List<T>> none = failure -> List.of();
        return found.onFailure(CallFailedException.as(CallFailedException.Kind.GONE))
                .recoverWithItem(none);
    }
}
