package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.Database.ProgressListener;
import io.aurorarestore.port.Database.Report;
import io.aurorarestore.port.JobTime;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The adapter, with so much time for each piece of work. */
record TimedDatabase(PostgresDatabase database, Duration time) {

    Uni<String> readSecrets(Restore restore) {
        return database.readSecrets(restore);
    }

    Uni<Report> configure(Restore restore) {
        return configure(restore, progress -> Uni.createFrom().voidItem());
    }

    Uni<Report> configure(Restore restore, ProgressListener listener) {
        return database.configure(restore, now(), listener);
    }

    Uni<Report> configureAndVerify(Restore restore) {
        return database.configureAndVerify(
                restore, now(), progress -> Uni.createFrom().voidItem());
    }

    Uni<String> verify(Restore restore) {
        return database.verify(restore, now());
    }

    Uni<Report> identify(Restore restore) {
        return database.identify(restore, now());
    }

    private JobTime now() {
        return JobTime.until(Instant.now().plus(time), Clock.systemUTC());
    }
}
