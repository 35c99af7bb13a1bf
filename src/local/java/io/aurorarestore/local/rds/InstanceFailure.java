package io.aurorarestore.local.rds;

/** What RDS says when an instance could not be made. */
record InstanceFailure(EventKind kind, Object... words) {

    static InstanceFailure of(String status) {
        String why = "The simulated failure asked for";
        return switch (status) {
            case "insufficient-capacity" -> new InstanceFailure(EventKind.INSTANCE_OVER_LIMITS, why);
            case "incompatible-network" -> new InstanceFailure(EventKind.INSTANCE_NETWORK, status, why);
            default -> new InstanceFailure(EventKind.INSTANCE_PUT_INTO, status, why);
        };
    }

    void say(Site site, Instance instance) {
        site.say(kind, instance, words);
    }
}
