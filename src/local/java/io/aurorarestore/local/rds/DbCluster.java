package io.aurorarestore.local.rds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as DescribeDBClusters shows it. Its endpoint is always shown; it answers once an instance is available.
 *
 * @param resourceId {@code DbClusterResourceId}: never changes, not even by a rename; also names its volume
 * @param port on {@code localhost}, one a cluster name
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
        Attached attached) {

    /** An instance of the cluster. */
    public record Member(String instance, boolean writer, int promotionTier) {}
}
