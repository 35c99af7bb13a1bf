package io.aurorarestore.model.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a step may take, and how often it describes, where a profile says so.
 *
 * @param deadline after which the step, or its undo, fails; a minute to 14 days
 * @param pace between two looks without an event, 5 seconds to SQS's 15 minutes
 */
public record StepTiming(Optional<Duration> deadline, Optional<Duration> pace) {

    /** What is built in. */
    public static final StepTiming BUILT_IN = new StepTiming(Optional.empty(), Optional.empty());
}
