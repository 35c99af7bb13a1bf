package io.aurorarestore.local.rds;

import java.util.List;

/** The plain settings that a call gives; what is null stays as it is. */
public record ClusterChanges(
        String parameterGroup,
        List<String> securityGroups,
        Boolean iamAuthentication,
        List<String> enableLogs,
        List<String> disableLogs,
        Scaling scaling,
        Boolean deletionProtection,
        Boolean copyTagsToSnapshot,
        Integer backupRetentionDays,
        String backupWindow,
        String maintenanceWindow,
        ManagedPassword managed) {

    public static final ClusterChanges NONE = new ClusterChanges(
            null, null, null, null, null, null, null, null, null, null, null, ManagedPassword.AS_IT_IS);

    public static ClusterChanges protection(boolean on) {
        return new ClusterChanges(
                null, null, null, null, null, null, on, null, null, null, null, ManagedPassword.AS_IT_IS);
    }
}
