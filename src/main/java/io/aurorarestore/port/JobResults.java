package io.aurorarestore.port;

import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.JobReport;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Stores the results of database jobs. Only the database function may write them, so the engine believes what stands
 * here, and no message.
 */
public interface JobResults {

    /** Writes what came of a job, where it {@linkplain JobReport#replaces replaces} what is there of its attempt. */
    Uni<Void> write(JobReport report);

    /** What came of the attempt that the job is of, in whichever of its runs, if anything did. */
    Uni<Optional<JobReport>> of(DatabaseJob job);
}
