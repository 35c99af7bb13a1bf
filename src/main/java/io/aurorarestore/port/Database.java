package io.aurorarestore.port;

import io.aurorarestore.restore.Restore;
import io.smallrye.mutiny.Uni;

/**
 * The restored database, as the database function works on it. Each call may be repeated and ends in the same state; it
 * answers what it did, in words without secrets, and fails with {@link CallFailed}: {@code RETRY} where waiting helps
 * (not reachable yet, a login not yet known, another cluster answers), {@code FATAL} otherwise.
 */
public interface Database {

    /** Creates the provenance and the roles of the settings, with their passwords and grants. */
    Uni<String> configure(Restore restore);

    /** Runs the settings' checks: every one must answer true. */
    Uni<String> verify(Restore restore);

    /** Asks the endpoint for its provenance: it must be this restore's. */
    Uni<String> identify(Restore restore);
}
