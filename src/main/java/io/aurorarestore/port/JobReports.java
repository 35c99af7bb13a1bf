package io.aurorarestore.port;

import io.aurorarestore.restore.JobReport;
import io.smallrye.mutiny.Uni;

/** Brings the database function's reports to the engine. */
public interface JobReports {

    Uni<Void> send(JobReport report);
}
