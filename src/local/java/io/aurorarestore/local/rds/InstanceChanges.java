package io.aurorarestore.local.rds;

import org.jspecify.annotations.Nullable;

/** The settings of an instance that a call gives; what is null stays as it is. */
public record InstanceChanges(
        @Nullable String instanceClass,
        @Nullable String parameterGroup,
        @Nullable Integer promotionTier,
        @Nullable String availabilityZone,
        @Nullable Boolean publiclyAccessible,
        @Nullable Integer monitoringInterval,
        @Nullable Boolean performanceInsights,
        @Nullable String certificate) {

    public static final InstanceChanges NONE = new InstanceChanges(null, null, null, null, null, null, null, null);

    public static InstanceChanges instanceClass(String name) {
        return new InstanceChanges(name, null, null, null, null, null, null, null);
    }
}
