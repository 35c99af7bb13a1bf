package io.aurorarestore.port;

import io.aurorarestore.restore.JobReport;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Brings the database function's reports to the engine. */
public interface JobReports {

    /** @param delay at most 15 minutes */
    Uni<Void> send(JobReport report, Duration delay);
}
