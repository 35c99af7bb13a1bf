package io.aurorarestore.model.restore;

import io.aurorarestore.model.StepName;
import java.time.Duration;

/**
 * How long a restore was in a step that it has left.
 *
 * @param hook whether that was the wait for a hook before the step's own work
 */
public record StepDuration(StepName step, boolean hook, Duration took) {}
