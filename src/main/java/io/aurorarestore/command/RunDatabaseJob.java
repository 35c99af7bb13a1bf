package io.aurorarestore.command;

import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;

/** Sends a job to the database function. */
public record RunDatabaseJob(DatabaseJob job) implements Command {

    public static final String KEY = "job";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String description() {
        return "send the job to the database function";
    }

    /** A job that is no longer the current one of its restore is dropped. */
    @Override
    public boolean harmlessWhenLate() {
        return true;
    }

    @Override
    public boolean takesSeconds() {
        return !job.mayTakeLong();
    }

    @Override
    public Uni<Void> on(Ports ports) {
        return ports.databaseJobs().send(job);
    }
}
