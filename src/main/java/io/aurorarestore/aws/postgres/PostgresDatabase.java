package io.aurorarestore.aws.postgres;

import io.aurorarestore.port.CallFailed;
import io.aurorarestore.port.Database;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Restore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/** The restored database by the reactive PostgreSQL client. Each piece of work has a connection of its own. */
@ApplicationScoped
class PostgresDatabase implements Database {

    private final Connections connections;
    private final Users users;

    PostgresDatabase(Connections connections, Users users) {
        this.connections = connections;
        this.users = users;
    }

    @Override
    public Uni<String> configure(Restore restore) {
        return users.logins(restore.settings().users())
                .chain(logins -> connections.asMaster(
                        restore,
                        FailureCode.DATABASE_FAILED,
                        connection -> inTransaction(
                                connection,
                                lock(connection, restore)
                                        .chain(() -> Provenance.write(connection, restore))
                                        .chain(() -> users.apply(
                                                connection, restore.settings().database(), logins))
                                        .replaceWith(() -> ready(logins)))));
    }

    @Override
    public Uni<String> verify(Restore restore) {
        return connections.asMaster(
                restore,
                FailureCode.VERIFICATION_FAILED,
                connection -> ours(connection, restore)
                        .chain(() -> Checks.run(connection, restore.settings().checks())));
    }

    @Override
    public Uni<String> identify(Restore restore) {
        return connections
                .asMaster(
                        restore,
                        FailureCode.ENDPOINT_UNVERIFIED,
                        connection -> ours(connection, restore).map(id -> "the endpoint answers as restore " + id))
                .onFailure(PostgresDatabase::byAnother)
                .transform(failure -> notYet(failure.getMessage()));
    }

    private static Uni<String> inTransaction(PgConnection connection, Uni<String> work) {
        return connection
                .begin()
                .chain(open -> work.call(open::commit)
                        .onFailure()
                        .call(failure -> open.rollback().onFailure().recoverWithNull()));
    }

    /** Two jobs of one restore wait for each other; the lock goes with the transaction. */
    private static Uni<Void> lock(PgConnection connection, Restore restore) {
        return connection
                .preparedQuery("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))")
                .execute(Tuple.of("aurora-restore/" + restore.id()))
                .replaceWithVoid();
    }

    private static Uni<String> ours(PgConnection connection, Restore restore) {
        return Provenance.read(connection).invoke(id -> {
            if (!restore.id().value().equals(id)) {
                throw notYet("The endpoint answers as restore " + id + ".");
            }
        });
    }

    /** A cluster that has never heard of us or our database, or does not know the new login, may be an earlier one. */
    private static boolean byAnother(Throwable failure) {
        return failure instanceof CallFailed
                && ((CallFailed) failure).failure().code() == FailureCode.ENDPOINT_UNVERIFIED;
    }

    private static CallFailed notYet(String why) {
        return new CallFailed(CallFailed.Kind.RETRY, FailureCode.ENDPOINT_UNVERIFIED, why);
    }

    private static String ready(List<Users.Login> logins) {
        return logins.size() + " role(s) ready: "
                + logins.stream().map(Users.Login::words).collect(Collectors.joining(", "));
    }
}
