package io.aurorarestore.local.rds;

/** The settings of an instance that a call gives; what is null stays as it is. */
public record InstanceChanges(
        String instanceClass,
        String parameterGroup,
        Integer promotionTier,
        String availabilityZone,
        Boolean publiclyAccessible,
        Integer monitoringInterval,
        Boolean performanceInsights,
        String certificate) {

    public static final InstanceChanges NONE = new InstanceChanges(null, null, null, null, null, null, null, null);

    public static InstanceChanges instanceClass(String name) {
        return new InstanceChanges(name, null, null, null, null, null, null, null);
    }
}
