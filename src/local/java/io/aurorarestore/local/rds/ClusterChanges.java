package io.aurorarestore.local.rds;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plain settings that a call gives; what is null stays as it is.
 *
 * @param further by the names that DescribeDBClusters has for them
 */
public record ClusterChanges(
        @Nullable String parameterGroup,
        @Nullable List<String> securityGroups,
        @Nullable Boolean iamAuthentication,
        @Nullable List<String> enableLogs,
        @Nullable List<String> disableLogs,
        @Nullable CapacityLimits scaling,
        @Nullable Boolean deletionProtection,
        @Nullable Boolean copyTagsToSnapshot,
        @Nullable Integer backupRetentionDays,
        @Nullable String backupWindow,
        @Nullable String maintenanceWindow,
        ManagedPassword managed,
        Map<String, String> further) {

    public static final ClusterChanges NONE = new ClusterChanges(
            null, null, null, null, null, null, null, null, null, null, null, ManagedPassword.AS_IT_IS, Map.of());

    /** By the names that DescribeDBClusters has for them. */
    public static ClusterChanges further(Map<String, String> members) {
        return new ClusterChanges(
                null, null, null, null, null, null, null, null, null, null, null, ManagedPassword.AS_IT_IS, members);
    }

    public static ClusterChanges protection(boolean on) {
        return new ClusterChanges(
                null, null, null, null, null, null, on, null, null, null, null, ManagedPassword.AS_IT_IS, Map.of());
    }
}
