package io.aurorarestore.local.rds;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cluster to restore, without instances; what is null is RDS's default.
 *
 * @param snapshot id, or ARN of a snapshot of the same region
 * @param engineVersion null for the snapshot's
 * @param kmsKeyId encrypts the cluster with this key; null keeps the snapshot's
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBClusterFromSnapshot.html">The
 *     API</a>
 */
public record RestoreFromSnapshot(
        String cluster,
        String snapshot,
        String engine,
        @Nullable String engineVersion,
        @Nullable String subnetGroup,
        @Nullable String kmsKeyId,
        ClusterChanges settings,
        Map<String, String> tags) {

    public static RestoreFromSnapshot of(String cluster, String snapshot, Map<String, String> tags) {
        return new RestoreFromSnapshot(
                cluster, snapshot, "aurora-postgresql", null, null, null, ClusterChanges.NONE, tags);
    }
}
