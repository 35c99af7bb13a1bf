package io.aurorarestore.restore;

import java.util.Map;

/**
 * An Aurora cluster as DescribeDBClusters shows it.
 *
 * @param resourceId {@code DbClusterResourceId}: never changes, not even by a rename
 * @param status RDS's own word for its state
 */
public record Cluster(
        String name,
        String arn,
        String resourceId,
        String status,
        String masterUser,
        Endpoint endpoint,
        Map<String, String> tags) {

    public ResourceState state() {
        return ResourceState.of(status);
    }

    public boolean ownedBy(RestoreId restore) {
        return Ownership.isOurs(restore, tags);
    }
}
