package io.aurorarestore.local.rds;

import org.jspecify.annotations.Nullable;

/**
 * Which snapshots are asked for; what is null does not matter.
 *
 * @param snapshot id or ARN; what is not found is an error
 * @param type {@code manual}, {@code automated} or {@code shared}; null means manual and automated
 */
public record DescribeSnapshots(
        @Nullable String snapshot,
        @Nullable String cluster,
        @Nullable String resourceId,
        @Nullable String type,
        boolean includeShared,
        Filters filters,
        PageRequest page) {

    public static DescribeSnapshots all() {
        return new DescribeSnapshots(null, null, null, null, false, Filters.NONE, PageRequest.FIRST);
    }

    public static DescribeSnapshots named(String idOrArn) {
        return new DescribeSnapshots(idOrArn, null, null, null, false, Filters.NONE, PageRequest.FIRST);
    }

    public static DescribeSnapshots of(String cluster) {
        return new DescribeSnapshots(null, cluster, null, null, false, Filters.NONE, PageRequest.FIRST);
    }

    public DescribeSnapshots ofType(String wanted) {
        return new DescribeSnapshots(snapshot, cluster, resourceId, wanted, includeShared, filters, page);
    }

    public DescribeSnapshots withShared() {
        return new DescribeSnapshots(snapshot, cluster, resourceId, type, true, filters, page);
    }

    public DescribeSnapshots filtered(Filters by) {
        return new DescribeSnapshots(snapshot, cluster, resourceId, type, includeShared, by, page);
    }

    public DescribeSnapshots at(PageRequest other) {
        return new DescribeSnapshots(snapshot, cluster, resourceId, type, includeShared, filters, other);
    }
}
