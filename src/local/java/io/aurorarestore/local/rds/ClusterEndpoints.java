package io.aurorarestore.local.rds;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of a region's clusters: two that each cluster has, and custom ones.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusterEndpoints.html">The
 *     API</a>
 */
public final class ClusterEndpoints {

    private static final Set<String> FILTERS = Set.of(
            "db-cluster-endpoint-type",
            "db-cluster-endpoint-custom-type",
            "db-cluster-endpoint-id",
            "db-cluster-endpoint-status");

    private final RegionState site;

    ClusterEndpoints(RegionState site) {
        this.site = site;
    }

    /**
     * @param cluster id or ARN, or null
     * @param endpoint a custom endpoint's id, or null
     */
    public Page<ClusterEndpoint> describe(
            @Nullable String cluster, @Nullable String endpoint, Filters filters, PageRequest page) {
        return site.world().call("DescribeDBClusterEndpoints", () -> {
            filters.only(FILTERS);
            List<ClusterState> asked = cluster == null
                    ? site.directory().clusters()
                    : List.of(site.directory().cluster(cluster));
            List<ClusterEndpoint> found = asked.stream()
                    .flatMap(this::of)
                    .filter(one -> endpoint == null || endpoint.equalsIgnoreCase(one.id()))
                    .filter(one -> passes(filters, one))
                    .sorted(Comparator.comparing(ClusterEndpoint::key))
                    .toList();
            return page.of(found, ClusterEndpoint::key);
        });
    }

    private Stream<ClusterEndpoint> of(ClusterState cluster) {
        DbCluster view = site.view(cluster);
        return Stream.concat(
                Stream.of(EndpointKind.READER, EndpointKind.WRITER).map(type -> new ClusterEndpoint(null, type, view)),
                cluster.attached().endpoints().stream().map(id -> new ClusterEndpoint(id, EndpointKind.CUSTOM, view)));
    }

    private static boolean passes(Filters filters, ClusterEndpoint one) {
        return filters.admit(
                        "db-cluster-endpoint-type",
                        one.type().name(),
                        one.type().name().toLowerCase(Locale.ROOT))
                && filters.admit("db-cluster-endpoint-custom-type", one.custom() ? "any" : "")
                && filters.admit("db-cluster-endpoint-id", one.custom() ? one.id() : "")
                && filters.admit("db-cluster-endpoint-status", "available");
    }
}
