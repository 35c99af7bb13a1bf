package io.aurorarestore.local.rds;

import org.jspecify.annotations.Nullable;

/**
 * {@code ServerlessV2ScalingConfiguration}, in Aurora capacity units.
 *
 * @param minimum 0, or 0.5 and more
 * @param maximum 1 to 256
 * @param secondsUntilAutoPause 300 to 86400, or null; with a minimum of 0 only
 */
public record CapacityLimits(
        double minimum, double maximum, @Nullable Integer secondsUntilAutoPause) {

    private static final double HALF = 0.5;
    private static final int MOST = 256;

    public CapacityLimits {
        boolean lowest = minimum == 0 || minimum >= HALF;
        if (!lowest || maximum < 1 || maximum > MOST || maximum < minimum) {
            throw RdsError.invalidValue("The specified Serverless v2 capacity configuration (%s to %s) is not valid."
                    .formatted(minimum, maximum));
        }
    }
}
