package io.aurorarestore.local.rds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as DescribeDBClusters shows it. Its endpoint is always shown; it answers once an instance is available.
 *
 * @param resourceId {@code DbClusterResourceId}: never changes, not even by a rename; also names its volume
 * @param port on this machine, one a cluster name
 * @param members the writer first
 * @param pendingId the name a rename will give it, or null
 */
public record DbCluster(
        String id,
        String arn,
        String resourceId,
        String status,
        Instant created,
        DataVolume volume,
        PlainClusterSettings settings,
        int port,
        List<Member> members,
        Map<String, String> tags,
        @Nullable String pendingId,
        Attached attached,
        Backups backups) {

    /** An instance of the cluster. */
    public record Member(String instance, boolean writer, int promotionTier) {}

    public String host(EndpointKind kind) {
        return kind.host(region(), id);
    }

    /** The endpoints that a certificate is for which is issued now. */
    public List<String> hosts() {
        Stream<String> ofMembers = members.stream().map(one -> EndpointKind.INSTANCE.host(region(), one.instance()));
        return Stream.concat(Stream.of(host(EndpointKind.WRITER), host(EndpointKind.READER)), ofMembers)
                .toList();
    }

    String region() {
        return Arn.parse(arn).orElseThrow().region();
    }
}
