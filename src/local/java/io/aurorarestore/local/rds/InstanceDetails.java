package io.aurorarestore.local.rds;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An instance's own settings.
 *
 * @param instanceClass for instance {@code db.r6g.large} or {@code db.serverless}
 * @param promotionTier 0 to 15, the lowest is promoted first
 * @param certificate its certificate authority
 * @param further by the names that DescribeDBInstances has for them
 */
public record InstanceDetails(
        String instanceClass,
        String parameterGroup,
        int promotionTier,
        String availabilityZone,
        boolean publiclyAccessible,
        String certificate,
        Map<String, String> further) {

    static final int DEFAULT_TIER = 1;

    private static final Map<String, String> USUAL = Map.of(
            "AutoMinorVersionUpgrade", "true",
            "PreferredMaintenanceWindow", "sun:06:00-sun:06:30",
            "PerformanceInsightsEnabled", "false",
            "MonitoringInterval", "0");

    public static InstanceDetails of(String instanceClass, String parameterGroup, String availabilityZone) {
        return new InstanceDetails(
                instanceClass, parameterGroup, DEFAULT_TIER, availabilityZone, false, Certificates.DEFAULT, USUAL);
    }

    public InstanceDetails with(InstanceChanges changes) {
        return new InstanceDetails(
                or(changes.instanceClass(), instanceClass),
                or(changes.parameterGroup(), parameterGroup),
                or(changes.promotionTier(), promotionTier),
                or(changes.availabilityZone(), availabilityZone),
                or(changes.publiclyAccessible(), publiclyAccessible),
                or(changes.certificate(), certificate),
                PlainClusterSettings.joined(further, changes.further()));
    }

    private static <T> T or(@Nullable T given, T kept) {
        return given != null ? given : kept;
    }
}
