package io.aurorarestore.port;

import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.ScriptProgress;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * Works on the restored database. Each call may be repeated and ends in the same state; it answers what it did, in
 * words without secrets, and fails with {@link CallFailedException}: {@code RETRY} where waiting helps (not reachable
 * yet, a login not yet known, another cluster answers), {@code FATAL} otherwise.
 */
public interface Database {

    /**
     * Looks whether the region's servers can be trusted, and reads the secrets of the settings' users, without a word of
     * what is in them; names all unusable ones at once.
     */
    Uni<String> readSecrets(Restore restore);

    /**
     * Writes the provenance, takes away the source's roles that are not to be used, makes those of the settings, which
     * cannot log in, runs the scripts, each once in a restore, and gives the roles their rights and login. Each has then
     * logged in and read; what it lacks becomes a warning. Where the time is short for the next script it stops, and goes on
     * there when it is called again.
     */
    Uni<Report> configure(Restore restore, JobTime time, ProgressListener listener);

    /**
     * Configures, and then verifies as well, for some seconds. Only that the checks hold is reported: what is wrong, or takes
     * longer, is found by verifying once more.
     */
    Uni<Report> configureAndVerify(Restore restore, JobTime time, ProgressListener listener);

    /**
     * Runs the settings' checks: every one must answer true. Before, the database must note this restore and each of the
     * settings' scripts.
     */
    Uni<String> verify(Restore restore, JobTime time);

    /** Asks the endpoint for its provenance: it must be this restore's. */
    Uni<Report> identify(Restore restore, JobTime time);

    /** Hears how far the scripts are, as often as there is something to tell. */
    @FunctionalInterface
    interface ProgressListener {

        Uni<Void> heard(ScriptProgress progress);
    }

    /**
     * The work is done, or stopped for want of time.
     *
     * @param description what was done or seen
     * @param warnings what the database's users may stumble over
     * @param stopped where it is to go on
     * @param verified what was verified besides, in words
     */
    record Report(
            String description, List<String> warnings, Optional<ScriptProgress> stopped, Optional<String> verified) {

        public Report(String description, List<String> warnings) {
            this(description, warnings, Optional.empty(), Optional.empty());
        }

        public static Report stopped(ScriptProgress at) {
            return new Report(at.description(), List.of(), Optional.of(at), Optional.empty());
        }

        public Report verified(String what) {
            return new Report(description, warnings, stopped, Optional.of(what));
        }
    }
}
