package io.aurorarestore.local.rds;

import org.jspecify.annotations.Nullable;

/**
 * Which clusters are asked for.
 *
 * @param cluster id or ARN, or null; what is not found is an error
 */
public record DescribeClusters(@Nullable String cluster, Filters filters, PageRequest page) {

    public static DescribeClusters all() {
        return new DescribeClusters(null, Filters.NONE, PageRequest.FIRST);
    }

    public static DescribeClusters named(String idOrArn) {
        return new DescribeClusters(idOrArn, Filters.NONE, PageRequest.FIRST);
    }
}
