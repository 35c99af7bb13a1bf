package io.aurorarestore.port;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.model.restore.Restore;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found of a {@link Lookup}.
 *
 * @param concerned the restores by ARN; an ARN that concerns none is missing
 * @param restores as far as they were found and can be read; who is missing is loaded
 * @param reports what came of each job that was looked for, if anything did; one that is missing is asked for
 */
public record LookedUp(
        Map<String, List<RestoreId>> concerned,
        Map<RestoreId, Restore> restores,
        Map<DatabaseJob, Optional<JobReport>> reports) {

    public static final LookedUp NOTHING = new LookedUp(Map.of(), Map.of(), Map.of());
}
