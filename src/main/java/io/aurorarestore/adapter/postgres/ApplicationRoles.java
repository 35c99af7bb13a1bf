package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.request.Credentials;
import io.aurorarestore.model.text.NameList;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Creates the application's roles in a database. They exist before the scripts run, which may name them, and cannot
 * log in; they are given their rights, and let in, when the data is as it is to be.
 */
record ApplicationRoles(Session session, String database, List<RoleDefinition> logins) {

    /**
     * With their passwords.
     *
     * @param locked none logs in from now on
     */
    Uni<Void> prepare(boolean locked) {
        return Sequential.of(
                logins,
                login -> exists(login.role())
                        .map(exists -> RoleSql.prepare(exists, locked, login.credentials()))
                        .chain(statement -> statement.run(session)));
    }

    /** In a role of the source's that contradicts its grant none stays. */
    Uni<Void> endMemberships() {
        return Sequential.of(logins, login -> new OldMemberships(session, login).end());
    }

    /** With their rights in the database. */
    Uni<Void> grant() {
        return new Owners(session).joined(this::grantAsOwners);
    }

    Uni<Void> letIn() {
        return Sequential.of(logins, login -> RoleSql.open(login.credentials()).run(session));
    }

    private Uni<Void> grantAsOwners() {
        return Schema.usable(session)
                .map(schemas -> new RoleSql(database, schemas))
                .chain(roles -> Sequential.of(logins, login -> grant(roles, login)));
    }

    private Uni<Void> grant(RoleSql roles, RoleDefinition login) {
        Credentials user = login.credentials();
        List<String> custom = RoleSql.custom(user, login.grant());
        return Sequential.of(roles.grants(user, login.grant()), statement -> statement.run(session))
                .chain(() -> Sequential.of(
                        IntStream.range(0, custom.size()).boxed().toList(),
                        at -> custom(login.role(), at + 1, custom.get(at))));
    }

    private Uni<Void> custom(String role, int number, String statement) {
        return session.single(statement)
                .chain(() -> session.contain(statement))
                .onFailure()
                .transform(failure -> ProfileSqlException.of(
                        "Statement " + number + " of the custom grant of " + NameList.of(role) + " failed", failure));
    }

    private Uni<Boolean> exists(String role) {
        return session.query("SELECT rolname = current_user FROM pg_roles WHERE rolname = $1", Tuple.of(role))
                .invoke(rows -> rows.forEach(row -> refuseMaster(row.getBoolean(0), role)))
                .map(rows -> rows.size() > 0);
    }

    /** It has the password that this restore gave it, and we need it. */
    private static void refuseMaster(boolean master, String role) {
        if (master) {
            throw new CallFailedException(
                    CallFailedException.Kind.FATAL,
                    FailureCode.DATABASE_FAILED,
                    "A secret of the profile's users names " + NameList.of(role)
                            + ", which is the cluster's master user.");
        }
    }
}
