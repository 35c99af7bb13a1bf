package io.aurorarestore.model.restore;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;

/**
 * Work for the function that may talk to the restored database. It names the restore's step only: what to do is read
 * from the restore itself, so that a forged or late message can do no harm.
 *
 * @param attempt the step's, from 1
 * @param run the job's within the attempt, from 1: one that came to nothing yet is followed by another
 */
public record DatabaseJob(RestoreId restore, StepName step, int attempt, int run) {

    /** The job that a restore's step wants done now. */
    public static DatabaseJob of(Restore restore) {
        Progress progress = restore.progress();
        return new DatabaseJob(restore.id(), restore.step(), progress.attempt(), progress.run());
    }

    /** The first that a step wants done. */
    static DatabaseJob first(RestoreId restore, StepName step) {
        return new DatabaseJob(restore, step, 1, 1);
    }

    /** The job that its attempt began with: results are kept by attempts. */
    public DatabaseJob firstOfAttempt() {
        return new DatabaseJob(restore, step, attempt, 1);
    }

    /** The one that follows within the attempt. */
    public DatabaseJob next() {
        return new DatabaseJob(restore, step, attempt, run + 1);
    }

    boolean isEarlierThan(DatabaseJob other) {
        return run < other.run && new DatabaseJob(restore, step, attempt, other.run).equals(other);
    }

    /** A profile's scripts and checks take what they take; anything else takes seconds, and must not wait behind them. */
    public boolean mayTakeLong() {
        return step == StepName.CONFIGURE_DATABASE || step == StepName.VERIFY_RESTORE;
    }
}
