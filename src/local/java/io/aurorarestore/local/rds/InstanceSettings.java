package io.aurorarestore.local.rds;

import org.jspecify.annotations.Nullable;

/**
 * An instance's own settings.
 *
 * @param instanceClass for instance {@code db.r6g.large} or {@code db.serverless}
 * @param promotionTier 0 to 15, the lowest is promoted first
 * @param certificate its certificate authority
 */
public record InstanceSettings(
        String instanceClass,
        String parameterGroup,
        int promotionTier,
        String availabilityZone,
        boolean publiclyAccessible,
        int monitoringInterval,
        boolean performanceInsights,
        String certificate) {

    static final int DEFAULT_TIER = 1;

    public static InstanceSettings of(String instanceClass, String parameterGroup, String availabilityZone) {
        return new InstanceSettings(
                instanceClass, parameterGroup, DEFAULT_TIER, availabilityZone, false, 0, false, Certificates.DEFAULT);
    }

    public InstanceSettings with(InstanceChanges changes) {
        return new InstanceSettings(
                or(changes.instanceClass(), instanceClass),
                or(changes.parameterGroup(), parameterGroup),
                or(changes.promotionTier(), promotionTier),
                or(changes.availabilityZone(), availabilityZone),
                or(changes.publiclyAccessible(), publiclyAccessible),
                or(changes.monitoringInterval(), monitoringInterval),
                or(changes.performanceInsights(), performanceInsights),
                or(changes.certificate(), certificate));
    }

    private static <T> T or(@Nullable T given, T kept) {
        return given != null ? given : kept;
    }
}
