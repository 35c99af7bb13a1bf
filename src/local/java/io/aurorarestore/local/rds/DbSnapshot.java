package io.aurorarestore.local.rds;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cluster snapshot as DescribeDBClusterSnapshots shows it.
 *
 * @param arn also names its volume
 * @param origin the cluster it is of
 * @param type {@code manual} or {@code automated}, or {@code shared} if it is another account's
 * @param percent progress of its creation or copy, 0 to 100
 * @param created when it was taken or copied
 * @param copiedFrom the ARN of the snapshot it is a copy of, or null
 */
public record DbSnapshot(
        String id,
        String arn,
        Origin origin,
        String type,
        String status,
        int percent,
        Instant created,
        DataVolume volume,
        @Nullable String copiedFrom,
        Map<String, String> tags) {

    /** The cluster that a snapshot is of, as it was then. */
    public record Origin(String cluster, String resourceId, Instant created, int port, boolean iamAuthentication) {}
}
