package io.aurorarestore.notification;

import io.aurorarestore.model.Failure;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Progress;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.ScriptProgress;
import io.aurorarestore.model.restore.Status;
import java.time.Instant;
import java.util.Optional;

/**
 * A change of a restore to another status, or to another step, or how far the scripts of a step are by now.
 *
 * @param id always the same for the same change, so that a receiver can drop a repetition
 * @param at when the restore came there
 * @param text what goes on, in words
 */
public record StateChange(
        String id,
        RestoreId restoreId,
        String target,
        String profile,
        Status status,
        StepName step,
        Instant at,
        String text,
        Optional<Failure> failure) {

    /** How the restore stands now. */
    public static StateChange of(Restore restore) {
        Progress progress = restore.progress();
        String where = RestoreSummary.status(restore) + "-" + restore.step().label() + "-" + progress.attempt();
        Optional<Instant> worked =
                progress.work().filter(work -> !restore.status().terminal()).map(ScriptProgress::at);
        return new StateChange(
                restore.id() + "-" + where
                        + worked.map(at -> "-" + at.getEpochSecond()).orElse(""),
                restore.id(),
                restore.target(),
                restore.accepted().request().profile(),
                restore.status(),
                restore.step(),
                restore.status().terminal()
                        ? restore.schedule().wakeAt().orElse(progress.since())
                        : worked.orElse(progress.since()),
                RestoreSummary.of(restore),
                restore.outcome().failure());
    }
}
