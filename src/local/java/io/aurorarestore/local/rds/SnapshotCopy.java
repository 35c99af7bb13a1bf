package io.aurorarestore.local.rds;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A copy to make, in the region it is asked of.
 *
 * @param source the id of a snapshot in the same region, or an ARN
 * @param kmsKeyId a key of the destination's region, or null
 */
public record SnapshotCopy(
        String source, String target, @Nullable String kmsKeyId, boolean copyTags, Map<String, String> tags) {}
