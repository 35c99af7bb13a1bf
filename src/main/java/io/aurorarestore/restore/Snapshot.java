package io.aurorarestore.restore;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A cluster snapshot as DescribeDBClusterSnapshots shows it.
 *
 * @param status RDS's own word for its state
 * @param percent progress of its creation or copy, 0 to 100
 * @param kmsKeyId the key it is encrypted with, if it is
 * @param copiedFrom the ARN it was copied from, if it was
 */
public record Snapshot(
        String id,
        String arn,
        String cluster,
        String status,
        int percent,
        Instant createdAt,
        String engine,
        String engineVersion,
        String masterUser,
        Optional<String> kmsKeyId,
        Optional<String> copiedFrom,
        Map<String, String> tags) {

    public ResourceState state() {
        return ResourceState.of(status);
    }

    public String region() {
        return arn.split(":", 6)[3];
    }

    public String account() {
        return arn.split(":", 6)[4];
    }

    public boolean ownedBy(RestoreId restore) {
        return Ownership.isOurs(restore, tags);
    }
}
