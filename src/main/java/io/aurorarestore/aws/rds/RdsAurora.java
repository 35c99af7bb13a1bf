package io.aurorarestore.aws.rds;

import io.aurorarestore.port.Aurora;
import io.aurorarestore.port.CallFailed;
import io.aurorarestore.restore.Cluster;
import io.aurorarestore.restore.Instance;
import io.aurorarestore.restore.RestoreId;
import io.aurorarestore.restore.Snapshot;
import io.aurorarestore.restore.Surroundings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.Filter;

/** Looks at RDS. What is not found is empty, not an error. */
@ApplicationScoped
class RdsAurora implements Aurora {

    private static final DescribeDbClusterSnapshotsRequest MANUAL =
            DescribeDbClusterSnapshotsRequest.builder().snapshotType("manual").build();

    private final RdsClients clients;

    RdsAurora(RdsClients clients) {
        this.clients = clients;
    }

    @Override
    public Uni<Optional<Snapshot>> snapshot(String region, String idOrArn) {
        return orNone(snapshots(region, one(idOrArn)))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<Snapshot>> snapshotsOf(String region, String cluster) {
        return snapshots(
                region,
                DescribeDbClusterSnapshotsRequest.builder()
                        .dbClusterIdentifier(cluster)
                        .build());
    }

    @Override
    public Uni<Optional<Cluster>> cluster(String name) {
        return orNone(clients.call(rds -> rds.describeDBClusters(ask -> ask.dbClusterIdentifier(name)))
                        .map(answer -> answer.dbClusters().stream()
                                .map(RdsMapper::cluster)
                                .toList()))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<Instance>> instancesOf(String cluster) {
        return clients.call(rds -> rds.describeDBInstances(ask -> ask.filters(
                        Filter.builder().name("db-cluster-id").values(cluster).build())))
                .map(answer ->
                        answer.dbInstances().stream().map(RdsMapper::instance).toList());
    }

    /** Clusters first: most restores that are at work have one. */
    @Override
    public Uni<Boolean> othersAtWork(RestoreId restore) {
        return clusters(DescribeDbClustersRequest.builder().build())
                .map(all -> all.stream().anyMatch(one -> one.isPassing(restore)))
                .chain(found -> found
                        ? Uni.createFrom().item(true)
                        : snapshots(clients.home().region(), MANUAL)
                                .map(all -> all.stream().anyMatch(one -> one.isPassing(restore))));
    }

    private Uni<List<Cluster>> clusters(DescribeDbClustersRequest request) {
        return clients.call(rds -> rds.describeDBClusters(request)).chain(answer -> {
            List<Cluster> page =
                    answer.dbClusters().stream().map(RdsMapper::cluster).toList();
            return answer.marker() == null
                    ? Uni.createFrom().item(page)
                    : clusters(request.toBuilder().marker(answer.marker()).build())
                            .map(rest -> join(page, rest));
        });
    }

    @Override
    public Uni<Surroundings> surroundings(Surroundings.Query query) {
        return new RdsSurroundings(clients, query).look();
    }

    /** A snapshot that another account shares is seen only if shared ones are asked for. */
    private DescribeDbClusterSnapshotsRequest one(String idOrArn) {
        boolean ours = !idOrArn.startsWith("arn:") || clients.home().account().equals(idOrArn.split(":", 6)[4]);
        return DescribeDbClusterSnapshotsRequest.builder()
                .dbClusterSnapshotIdentifier(idOrArn)
                .includeShared(ours ? null : Boolean.TRUE)
                .snapshotType(ours && automated(idOrArn) ? "automated" : null)
                .build();
    }

    /** An automated snapshot is found by its name only if its type is given with it. */
    private static boolean automated(String idOrArn) {
        return idOrArn.startsWith("rds:") || idOrArn.contains(":cluster-snapshot:rds:");
    }

    private Uni<List<Snapshot>> snapshots(String region, DescribeDbClusterSnapshotsRequest request) {
        return clients.call(region, rds -> rds.describeDBClusterSnapshots(request))
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
        return found.onFailure(CallFailed.as(CallFailed.Kind.GONE)).recoverWithItem(none);
    }
}
