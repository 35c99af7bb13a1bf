package io.aurorarestore.local.rds;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A cluster's plain settings; {@code scaling} is null where none is set.
 *
 * @param further by the names that DescribeDBClusters has for them
 */
public record PlainClusterSettings(
        String subnetGroup,
        String parameterGroup,
        List<String> securityGroups,
        boolean iamAuthentication,
        List<String> logExports,
        @Nullable CapacityLimits scaling,
        boolean deletionProtection,
        boolean copyTagsToSnapshot,
        int backupRetentionDays,
        String backupWindow,
        String maintenanceWindow,
        Map<String, String> further) {

    private static final String PORT = "Port";

    private static final Map<String, String> USUAL = Map.of(
            PORT,
            "5432",
            "StorageType",
            "aurora",
            "NetworkType",
            "IPV4",
            "EngineLifecycleSupport",
            "open-source-rds-extended-support",
            "HttpEndpointEnabled",
            "false",
            "DatabaseInsightsMode",
            "standard",
            "PerformanceInsightsEnabled",
            "false",
            "MonitoringInterval",
            "0",
            "LocalWriteForwardingStatus",
            "disabled");

    /** What a new cluster has where nothing is asked for. */
    public static PlainClusterSettings defaults(String family) {
        return new PlainClusterSettings(
                "default",
                "default." + family,
                List.of("sg-0a1b2c3d4e5f60718"),
                false,
                List.of(),
                null,
                false,
                false,
                1,
                "05:00-05:30",
                "sun:06:00-sun:06:30",
                USUAL);
    }

    public PlainClusterSettings inSubnets(@Nullable String group) {
        return new PlainClusterSettings(
                or(group, subnetGroup),
                parameterGroup,
                securityGroups,
                iamAuthentication,
                logExports,
                scaling,
                deletionProtection,
                copyTagsToSnapshot,
                backupRetentionDays,
                backupWindow,
                maintenanceWindow,
                further);
    }

    public PlainClusterSettings with(ClusterChanges changes) {
        return new PlainClusterSettings(
                subnetGroup,
                or(changes.parameterGroup(), parameterGroup),
                or(changes.securityGroups(), securityGroups),
                or(changes.iamAuthentication(), iamAuthentication),
                logs(changes),
                changes.scaling() != null ? changes.scaling() : scaling,
                or(changes.deletionProtection(), deletionProtection),
                or(changes.copyTagsToSnapshot(), copyTagsToSnapshot),
                or(changes.backupRetentionDays(), backupRetentionDays),
                or(changes.backupWindow(), backupWindow),
                or(changes.maintenanceWindow(), maintenanceWindow),
                joined(further, changes.further()));
    }

    /** The one that was asked for. */
    int port() {
        return Integer.parseInt(further.getOrDefault(PORT, "5432"));
    }

    PlainClusterSettings onPort(int other) {
        return with(ClusterChanges.further(Map.of(PORT, String.valueOf(other))));
    }

    static Map<String, String> joined(Map<String, String> kept, Map<String, String> given) {
        Map<String, String> joined = new TreeMap<>(kept);
        joined.putAll(given);
        return Map.copyOf(joined);
    }

    private List<String> logs(ClusterChanges changes) {
        TreeSet<String> logs = new TreeSet<>(logExports);
        logs.addAll(or(changes.enableLogs(), List.of()));
        or(changes.disableLogs(), List.<String>of()).forEach(logs::remove);
        return List.copyOf(logs);
    }

    private static <T> T or(@Nullable T given, T kept) {
        return given != null ? given : kept;
    }
}
