package io.aurorarestore.aws.postgres;

import io.aurorarestore.aws.secrets.SecretReader;
import io.aurorarestore.port.CallFailed;
import io.aurorarestore.restore.Credentials;
import io.aurorarestore.restore.DatabaseUser;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Grant;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** Gives a database the application's roles. */
@ApplicationScoped
class Users {

    private static final String SCHEMAS = "SELECT nspname::text FROM pg_namespace WHERE nspname !~ '^pg_'"
            + " AND nspname NOT IN ('information_schema', 'aurora_restore')"
            + " AND has_schema_privilege(oid, 'USAGE') ORDER BY nspname";

    private final SecretReader secrets;

    Users(SecretReader secrets) {
        this.secrets = secrets;
    }

    /** Reads the secrets first: the database is not touched where one cannot be read. Fails with all that are unusable. */
    Uni<List<Login>> logins(List<DatabaseUser> users) {
        return Multi.createFrom()
                .iterable(users)
                .onItem()
                .transformToUni(this::login)
                .collectFailures()
                .concatenate()
                .collect()
                .asList()
                .onFailure(CompositeException.class)
                .transform(SecretProblems::atOnce);
    }

    private Uni<Login> login(DatabaseUser user) {
        return secrets.current(user.secret())
                .onFailure(CallFailed.class)
                .transform(failure -> PgErrors.secretMissing(user.secret(), failure))
                .map(credentials -> new Login(credentials, user.grant()));
    }

    Uni<Void> apply(PgConnection connection, String database, List<Login> logins) {
        return connection
                .query(SCHEMAS)
                .execute()
                .map(rows -> new Roles(
                        database,
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> row.getString(0))
                                .toList()))
                .chain(roles -> Sequence.of(logins, login -> make(connection, roles, login)));
    }

    private static Uni<Void> make(PgConnection connection, Roles roles, Login login) {
        Credentials user = login.credentials();
        return exists(connection, user.username())
                .chain(known -> Statements.run(connection, roles.statements(known, user, login.grant())))
                .chain(() -> Sequence.of(
                        Roles.custom(user, login.grant()), statement -> grant(connection, user.username(), statement)));
    }

    private static Uni<Void> grant(PgConnection connection, String role, String statement) {
        return Statements.single(connection, statement)
                .chain(() -> Statements.contain(connection, statement))
                .onFailure()
                .transform(failure -> DiscreetErrors.about(
                        "A statement of the custom grant of " + role + " failed", statement, failure));
    }

    private static Uni<Boolean> exists(PgConnection connection, String role) {
        return connection
                .preparedQuery("SELECT rolname = current_user FROM pg_roles WHERE rolname = $1")
                .execute(Tuple.of(role))
                .invoke(rows -> rows.forEach(row -> refuseMaster(row.getBoolean(0), role)))
                .map(rows -> rows.size() > 0);
    }

    /** It has the password that this restore gave it, and we need it. */
    private static void refuseMaster(boolean master, String role) {
        if (master) {
            throw new CallFailed(
                    CallFailed.Kind.FATAL,
                    FailureCode.DATABASE_FAILED,
                    "A secret of the profile's users names " + role + ", which is the cluster's master user.");
        }
    }

    /** A role as it is to be. */
    record Login(Credentials credentials, Grant grant) {

        String words() {
            return credentials.username() + " ("
                    + grant.level().name().toLowerCase(Locale.ROOT).replace('_', '-') + ")";
        }
    }
}
