package io.aurorarestore.port;

import io.aurorarestore.model.restore.DatabaseJob;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Tells the inbox that a job has a result. Only a hint: the result itself stands in {@link JobResults}. */
public interface JobReports {

    Uni<Void> tell(DatabaseJob job, Duration delay);
}
