package io.aurorarestore.engine;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.LookedUp;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of restores when the messages about them came. Each is given to the first who asks: whoever works on it after
 * that reads anew. One that has changed meanwhile does little harm: a commit of it is refused, and it is loaded; where nothing is to be
 * committed, somebody else is at it. At worst an end is told twice, as it may be after a crash.
 */
public final class AlreadyRead {

    private final Map<RestoreId, Restore> restores;
    private final Map<DatabaseJob, Optional<JobReport>> reports;

    private AlreadyRead(LookedUp found) {
        this.restores = new HashMap<>(found.restores());
        this.reports = new HashMap<>(found.reports());
    }

    public static AlreadyRead of(LookedUp found) {
        return new AlreadyRead(found);
    }

    static AlreadyRead nothing() {
        return of(LookedUp.NOTHING);
    }

    synchronized Optional<Restore> take(RestoreId id) {
        return Optional.ofNullable(restores.remove(id));
    }

    /** What is known of the job's try: that nothing came of it, too. */
    synchronized Optional<Optional<JobReport>> takeReport(DatabaseJob job) {
        return Optional.ofNullable(reports.remove(job.firstOfAttempt()));
    }
}
