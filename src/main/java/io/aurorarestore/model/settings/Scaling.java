package io.aurorarestore.model.settings;

import java.util.Optional;

/**
 * Capacity of Aurora Serverless v2.
 *
 * @param min in Aurora capacity units, 0 or at least 0.5
 * @param max in Aurora capacity units, at most 256
 * @param secondsUntilAutoPause 300 to 86400, with {@code min} 0 only
 */
public record Scaling(double min, double max, Optional<Integer> secondsUntilAutoPause) {}
