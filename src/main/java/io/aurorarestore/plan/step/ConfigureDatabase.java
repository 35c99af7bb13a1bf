package io.aurorarestore.plan.step;

import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Progress;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Script;
import java.time.Duration;

/**
 * Configures the restored database: drops and locks roles, runs the profile's scripts, creates the application's
 * roles.
 */
public final class ConfigureDatabase extends DatabaseStep {

    /** One script may be silent for an invocation, and for another where the first was killed. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(45);

    @Override
    public StepName name() {
        return StepName.CONFIGURE_DATABASE;
    }

    /** As long as the scripts may take; less where nothing is heard of them. */
    @Override
    public Duration deadline(Restore restore) {
        Duration whole = restore.settings().database().scripts().stream()
                .map(Script::deadline)
                .reduce(deadline(), Duration::plus);
        Progress progress = restore.progress();
        Duration heard = progress.work()
                .map(work -> Duration.between(progress.since(), work.at()))
                .orElse(Duration.ZERO)
                .plus(LONGEST_SILENCE);
        return whole.compareTo(heard) < 0 ? whole : heard;
    }
}
