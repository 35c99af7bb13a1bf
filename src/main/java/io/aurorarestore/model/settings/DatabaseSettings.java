package io.aurorarestore.model.settings;

import java.util.List;
import java.util.Optional;

/**
 * What is done in the databases of the restored cluster: only ever from a profile, never from a request.
 *
 * @param databases at least one; the first says which restore the cluster is of
 * @param dropRoles roles of the source that must not survive, whatever they own in any database
 * @param lockRoles roles of the source that may not log in any more
 * @param keepRoles patterns of the roles of the source that may log in; all others, but RDS's own, may not any more
 */
public record DatabaseSettings(
        List<OneDatabase> databases, List<String> dropRoles, List<String> lockRoles, Optional<List<String>> keepRoles) {

    /** Nothing is to be done. */
    public static final DatabaseSettings NONE =
            new DatabaseSettings("postgres", List.of(), List.of(), List.of(), Optional.empty(), List.of(), List.of());

    /** Of one database. */
    public DatabaseSettings(
            String database,
            List<DatabaseUser> users,
            List<String> dropRoles,
            List<String> lockRoles,
            Optional<List<String>> keepRoles,
            List<Script> scripts,
            List<Check> checks) {
        this(List.of(new OneDatabase(database, users, scripts, checks)), dropRoles, lockRoles, keepRoles);
    }

    public OneDatabase first() {
        return databases.get(0);
    }

    /** Of the users of all databases, each once. */
    public List<String> secrets() {
        return databases.stream()
                .flatMap(database -> database.users().stream())
                .map(DatabaseUser::secret)
                .distinct()
                .toList();
    }

    /** Of all databases, in their order. */
    public List<Script> scripts() {
        return databases.stream()
                .flatMap(database -> database.scripts().stream())
                .toList();
    }

    public List<OneDatabase> others() {
        return databases.subList(1, databases.size());
    }
}
