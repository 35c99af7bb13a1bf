package io.aurorarestore.local.rds;

import org.jspecify.annotations.Nullable;

/**
 * Which instances are asked for.
 *
 * @param instance id or ARN, or null; what is not found is an error
 */
public record DescribeInstances(@Nullable String instance, Filters filters, PageRequest page) {

    public static DescribeInstances all() {
        return new DescribeInstances(null, Filters.NONE, PageRequest.FIRST);
    }

    public static DescribeInstances named(String idOrArn) {
        return new DescribeInstances(idOrArn, Filters.NONE, PageRequest.FIRST);
    }

    public static DescribeInstances of(String cluster) {
        return new DescribeInstances(null, Filters.by("db-cluster-id", cluster), PageRequest.FIRST);
    }
}
