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

    /** Writes what came of a job. A job that was done or has failed stays so. */
    Uni<Void> write(JobReport report);

    /** What came of exactly this job, if anything did. */
    Uni<Optional<JobReport>> of(DatabaseJob job);
}
