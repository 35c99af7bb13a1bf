package io.aurorarestore.engine;

import io.aurorarestore.command.RenameCluster;
import io.aurorarestore.command.Tag;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.Progress;
import java.time.Duration;
import java.util.Set;

/**
 * Decides how long an {@code ACCESS_DENIED} may be out of date: RDS keeps tags for authorisation, and several minutes
 * can pass before a changed one counts.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Tagging.html">Tagging</a>
 */
final class AuthorizationLag {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Nobody serves meanwhile. */
    private static final Duration PATIENCE_OF_THE_SWAP = Duration.ofMinutes(2);

    /** They rename, or come right after those that do. */
    private static final Set<StepName> AFTER_A_RENAME = Set.of(
            StepName.PROMOTE_NEW,
            StepName.RENEW_CERTIFICATE,
            StepName.PROTECT_TARGET,
            StepName.KEEP_INSTANCE_NAMES,
            StepName.RETIRE_OLD);

    private static final Set<StepName> NOBODY_SERVES =
            Set.of(StepName.SET_ASIDE_OLD, StepName.PROMOTE_NEW, StepName.RENEW_CERTIFICATE);

    /** They rename after they have looked: what is refused before that is refused. */
    private static final Set<StepName> RENAMING = Set.of(StepName.CLEAR_TARGET, StepName.SET_ASIDE_OLD);

    private AuthorizationLag() {}

    static boolean mayStillCount(StateMachine now) {
        Progress progress = now.restore().progress();
        return isNew(progress) && !progress.missedFor(Missing.PERMISSION, patience(progress), now.at());
    }

    private static boolean isNew(Progress progress) {
        return AFTER_A_RENAME.contains(progress.step())
                || (RENAMING.contains(progress.step()) && (progress.rollingBack() || hasRenamed(progress)));
    }

    private static boolean hasRenamed(Progress progress) {
        return progress.actedAt(RenameCluster.KEY).isPresent()
                || progress.actedAt(Tag.KEY).isPresent();
    }

    private static Duration patience(Progress progress) {
        return NOBODY_SERVES.contains(progress.step()) ? PATIENCE_OF_THE_SWAP : PATIENCE;
    }
}
