package io.aurorarestore.local.rds;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cluster to restore, without instances, from a cluster's automated backups, or to clone; what is null is RDS's
 * default.
 *
 * @param source id or ARN of a cluster, or null
 * @param sourceResource the resource id of a cluster, deleted or not, or null
 * @param latest whether as of the latest restorable time
 * @param copyOnWrite whether it is cloned
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBClusterToPointInTime.html">The
 *     API</a>
 */
public record RestoreToPointInTime(
        String cluster,
        @Nullable String source,
        @Nullable String sourceResource,
        @Nullable Instant time,
        boolean latest,
        boolean copyOnWrite,
        @Nullable String subnetGroup,
        @Nullable String kmsKeyId,
        ClusterChanges settings,
        Map<String, String> tags) {}
