package io.aurorarestore.model.settings;

import java.util.List;
import java.util.Optional;

/**
 * What is done in the restored database: only ever from a profile, never from a request.
 *
 * @param database the database to configure
 * @param dropRoles roles of the source that must not survive
 * @param lockRoles roles of the source that may not log in any more
 * @param keepRoles patterns of the roles of the source that may log in; all others, but RDS's own, may not any more
 * @param scripts run once each, in this order
 * @param checks what must be true of the restored data
 */
public record DatabaseSettings(
        String database,
        List<DatabaseUser> users,
        List<String> dropRoles,
        List<String> lockRoles,
        Optional<List<String>> keepRoles,
        List<Script> scripts,
        List<Check> checks) {

    /** Nothing is to be done. */
    public static final DatabaseSettings NONE =
            new DatabaseSettings("postgres", List.of(), List.of(), List.of(), Optional.empty(), List.of(), List.of());
}
