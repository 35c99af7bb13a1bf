package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.settings.DatabaseSettings;
import io.aurorarestore.model.text.NameList;
import io.aurorarestore.model.text.NamePattern;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Drops or locks the roles of the source that are not to be used here; one that is not there is fine. */
record RoleRemoval(List<String> drop, List<String> lock, Optional<List<String>> keep) {

    private static final String PRESENT =
            "SELECT rolname::text, rolname = current_user FROM pg_roles WHERE rolname::text = ANY($1) ORDER BY 1";

    private static final String PEOPLE = "SELECT rolname::text, rolcanlogin FROM pg_roles"
            + " WHERE rolname !~ '^(pg_|rds)' AND rolname <> current_user ORDER BY 1";

    /** DROP OWNED reaches what a role has where it runs, and what belongs to no database. */
    private static final String ELSEWHERE = "SELECT datname::text, min(rolname), datallowconn AND datname <> 'rdsadmin'"
            + " FROM pg_shdepend JOIN pg_roles ON pg_roles.oid = refobjid JOIN pg_database ON pg_database.oid = dbid"
            + " WHERE refclassid = 'pg_authid'::regclass AND rolname::text = ANY($1) AND datname <> current_database()"
            + " GROUP BY 1, 3 ORDER BY 1";

    static RoleRemoval of(DatabaseSettings settings) {
        return new RoleRemoval(settings.dropRoles(), settings.lockRoles(), settings.keepRoles());
    }

    /** @throws CallFailedException where one is to go that must stay */
    void check(Collection<String> users) {
        for (String role : names()) {
            if (role.startsWith("pg_") || role.startsWith("rds")) {
                throw refused(role, "it belongs to PostgreSQL or RDS");
            }
            if (users.contains(role)) {
                throw refused(role, "it is one of the profile's users");
            }
        }
    }

    private List<String> names() {
        return Stream.concat(drop.stream(), lock.stream()).distinct().toList();
    }

    /**
     * From now on none of them logs in. Answers whose sessions are to end.
     *
     * @param users the profile's own, which stay
     */
    Uni<List<String>> shut(Session session, Collection<String> users) {
        return each(session, names(), role -> lock(session, role))
                .chain(() -> keep.map(patterns -> shutOthers(session, patterns, users))
                        .orElseGet(() -> Uni.createFrom().item(List.of())))
                .map(others -> Stream.concat(names().stream(), others.stream()).toList());
    }

    /** A role may be locked already, by an earlier job, and have sessions still. */
    private static Uni<List<String>> shutOthers(Session session, List<String> kept, Collection<String> users) {
        return session.rows(PEOPLE, Tuple.tuple(), row -> row)
                .map(rows -> rows.stream()
                        .filter(row -> !users.contains(row.getString(0)))
                        .filter(row -> !NamePattern.anyMatches(kept, row.getString(0)))
                        .toList())
                .call(others -> Sequential.of(
                        others.stream()
                                .filter(row -> row.getBoolean(1))
                                .map(row -> row.getString(0))
                                .toList(),
                        role -> lock(session, role)))
                .map(others -> others.stream().map(row -> row.getString(0)).toList());
    }

    private static Uni<Void> lock(Session session, String role) {
        return RoleStatement.ofAnother(
                        "Role " + NameList.of(role) + " cannot be locked",
                        "ALTER ROLE " + Quoted.identifier(role) + " NOLOGIN")
                .run(session);
    }

    /**
     * The other databases in which they have something.
     *
     * @return fails where one of them lets nobody in
     */
    Uni<List<String>> elsewhere(Session session) {
        return session.rows(ELSEWHERE, Tuple.tuple().addValue(drop.toArray(String[]::new)), RoleRemoval::open);
    }

    private static String open(Row row) {
        String database = row.getString(0);
        if (!row.getBoolean(2)) {
            throw new CallFailedException(
                    CallFailedException.Kind.FATAL,
                    FailureCode.DATABASE_FAILED,
                    "Role " + NameList.of(row.getString(1)) + " cannot go: it owns or may use something in database "
                            + NameList.of(database) + ", which cannot be connected to.");
        }
        return database;
    }

    /** What they own here becomes the master's. */
    Uni<Void> disown(Session session) {
        return each(session, drop, role -> disown(session, role));
    }

    /** And they go. */
    Uni<Void> remove(Session session) {
        return each(
                session,
                drop,
                role -> disown(session, role)
                        .chain(() -> statement(role, "DROP ROLE " + Quoted.identifier(role))
                                .run(session)));
    }

    private static Uni<Void> disown(Session session, String role) {
        return Sequential.of(disowning(role), statement -> statement.run(session))
                .chain(() -> new LeftRights(session, role).refuse());
    }

    private static Uni<Void> each(Session session, List<String> names, Function<String, Uni<Void>> work) {
        return session.rows(PRESENT, Tuple.tuple().addValue(names.toArray(String[]::new)), RoleRemoval::named)
                .chain(roles -> Sequential.of(roles, work));
    }

    private static CallFailedException refused(String role, String why) {
        return new CallFailedException(
                CallFailedException.Kind.FATAL,
                FailureCode.DATABASE_FAILED,
                "The profile's dropRoles or lockRoles name " + NameList.of(role) + ", which must stay: " + why + ".");
    }

    private static String named(Row row) {
        if (row.getBoolean(1)) {
            throw refused(row.getString(0), "it is the cluster's master user");
        }
        return row.getString(0);
    }

    /** Only a member may take over what a role owns. */
    private static List<RoleStatement> disowning(String role) {
        String quoted = Quoted.identifier(role);
        return Stream.of(
                        "GRANT " + quoted + " TO CURRENT_USER",
                        "REASSIGN OWNED BY " + quoted + " TO CURRENT_USER",
                        "DROP OWNED BY " + quoted)
                .map(sql -> statement(role, sql))
                .toList();
    }

    private static RoleStatement statement(String role, String sql) {
        return RoleStatement.ofAnother("Role " + NameList.of(role) + " cannot go", sql);
    }
}
