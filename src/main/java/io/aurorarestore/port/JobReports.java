package io.aurorarestore.port;

import io.aurorarestore.restore.DatabaseJob;
import io.smallrye.mutiny.Uni;

/** Tells the engine that something came of a job: what it was, it looks up. */
public interface JobReports {

    Uni<Void> tell(DatabaseJob job);
}
