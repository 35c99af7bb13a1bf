package io.aurorarestore.local.rds;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an instance that a call gives; what is null stays as it is.
 *
 * @param further by the names that DescribeDBInstances has for them
 */
public record InstanceChanges(
        @Nullable String instanceClass,
        @Nullable String parameterGroup,
        @Nullable Integer promotionTier,
        @Nullable String availabilityZone,
        @Nullable Boolean publiclyAccessible,
        @Nullable String certificate,
        Map<String, String> further) {

    public static final InstanceChanges NONE = new InstanceChanges(null, null, null, null, null, null, Map.of());

    public static InstanceChanges in(String zone, String instanceClass) {
        return new InstanceChanges(instanceClass, null, null, zone, null, null, Map.of());
    }

    public static InstanceChanges instanceClass(String name) {
        return new InstanceChanges(name, null, null, null, null, null, Map.of());
    }
}
