package io.aurorarestore.local.rds;

import java.time.Instant;
import java.util.Map;

/**
 * An instance of a cluster as DescribeDBInstances shows it.
 *
 * @param resourceId {@code DbiResourceId}: never changes
 * @param port of its cluster's endpoint
 * @param vpc of its cluster's subnet group
 */
public record DbInstance(
        String id,
        String arn,
        String resourceId,
        String status,
        Instant created,
        String cluster,
        DataVolume volume,
        PlainClusterSettings clusterSettings,
        InstanceDetails settings,
        boolean writer,
        int port,
        String vpc,
        Map<String, String> tags) {

    public String host() {
        return EndpointKind.INSTANCE.host(Arn.parse(arn).orElseThrow().region(), id);
    }
}
