package io.aurorarestore.aws.postgres;

import io.aurorarestore.port.CallFailed;
import io.aurorarestore.restore.DatabaseSettings;
import io.aurorarestore.restore.FailureCode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Takes away the roles of the source that are not to be used here; one that is not there is fine. */
record Departures(List<String> drop, List<String> lock) {

    private static final String PRESENT =
            "SELECT rolname::text, rolname = current_user FROM pg_roles WHERE rolname::text = ANY($1) ORDER BY 1";

    private static final String END_SESSIONS =
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename::text = ANY($1)";

    static Departures of(DatabaseSettings settings) {
        return new Departures(settings.dropRoles(), settings.lockRoles());
    }

    /** @throws CallFailed where one is to go that must stay */
    void check(Collection<String> users) {
        for (String role : all()) {
            if (role.startsWith("pg_") || role.startsWith("rds")) {
                throw refused(role, "it belongs to PostgreSQL or RDS");
            }
            if (users.contains(role)) {
                throw refused(role, "it is one of the profile's users");
            }
        }
    }

    /** From now on none of them logs in. */
    Uni<Void> shut(PgConnection connection) {
        return each(connection, all(), role -> List.of("ALTER ROLE " + Quoted.identifier(role) + " NOLOGIN"));
    }

    Uni<Void> endSessions(PgConnection connection) {
        return connection
                .preparedQuery(END_SESSIONS)
                .execute(Tuple.of(all().toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** What they own here becomes the master's. */
    Uni<Void> remove(PgConnection connection) {
        return each(connection, drop, Departures::removal);
    }

    private static Uni<Void> each(
            PgConnection connection, List<String> names, Function<String, List<String>> statements) {
        return connection
                .preparedQuery(PRESENT)
                .execute(Tuple.of(names.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Departures::named)
                        .toList())
                .chain(roles -> Sequence.of(
                        roles,
                        role -> Statements.run(connection, statements.apply(role))
                                .onFailure()
                                .transform(failure -> PgErrors.about("Role " + role + " cannot go", failure))));
    }

    private List<String> all() {
        return Stream.concat(drop.stream(), lock.stream()).distinct().toList();
    }

    private static CallFailed refused(String role, String why) {
        return new CallFailed(
                CallFailed.Kind.FATAL,
                FailureCode.DATABASE_FAILED,
                "The profile's dropRoles or lockRoles name " + role + ", which must stay: " + why + ".");
    }

    private static String named(Row row) {
        if (row.getBoolean(1)) {
            throw refused(row.getString(0), "it is the cluster's master user");
        }
        return row.getString(0);
    }

    /** Only a member may take over what a role owns. */
    private static List<String> removal(String role) {
        String quoted = Quoted.identifier(role);
        return List.of(
                "GRANT " + quoted + " TO CURRENT_USER",
                "REASSIGN OWNED BY " + quoted + " TO CURRENT_USER",
                "DROP OWNED BY " + quoted,
                "DROP ROLE " + quoted);
    }
}
