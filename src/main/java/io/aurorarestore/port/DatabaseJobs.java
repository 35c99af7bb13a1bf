package io.aurorarestore.port;

import io.aurorarestore.model.restore.DatabaseJob;
import io.smallrye.mutiny.Uni;

/** Sends jobs to the function that may talk to the restored database; its report comes back as a message. */
public interface DatabaseJobs {

    Uni<Void> send(DatabaseJob job);
}
