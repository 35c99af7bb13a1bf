package io.aurorarestore.model.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * What a profile asks of its restores. It is measured, and never enforced.
 *
 * @param rto how long a restore may take, from its request to its end
 * @param rpo how old the data may be when the restore is asked for
 */
public record Objectives(Optional<Duration> rto, Optional<Duration> rpo) {

    public static final Objectives NONE = new Objectives(Optional.empty(), Optional.empty());
}
