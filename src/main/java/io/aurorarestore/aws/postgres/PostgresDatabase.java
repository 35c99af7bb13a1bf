package io.aurorarestore.aws.postgres;

import io.aurorarestore.port.CallFailed;
import io.aurorarestore.port.Database;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Restore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/** The restored database by the reactive PostgreSQL client. Each piece of work is one transaction of one connection. */
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
                        .chain(() -> checks(connection, restore.settings().checks())));
    }

    @Override
    public Uni<String> identify(Restore restore) {
        return connections.asMaster(
                restore,
                FailureCode.ENDPOINT_UNVERIFIED,
                connection -> ours(connection, restore)
                        .map(id -> "the endpoint answers as restore " + id)
                        .onFailure()
                        .transform(failure -> notYet(failure)));
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
                throw new CallFailed(
                        CallFailed.Kind.RETRY,
                        FailureCode.ENDPOINT_UNVERIFIED,
                        "The endpoint answers as restore " + id + ".");
            }
        });
    }

    /** A cluster that has never heard of us, or does not know the new login, may be the one from before. */
    private static CallFailed notYet(Throwable failure) {
        return new CallFailed(
                CallFailed.Kind.RETRY,
                FailureCode.ENDPOINT_UNVERIFIED,
                PgErrors.classify(FailureCode.ENDPOINT_UNVERIFIED, failure).getMessage());
    }

    private static Uni<String> checks(PgConnection connection, List<String> checks) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (String check : checks) {
            all = all.chain(() -> connection
                    .query(check)
                    .execute()
                    .invoke(rows -> {
                        if (rows.size() != 1 || !holds(rows.iterator().next())) {
                            throw failed(check);
                        }
                    })
                    .replaceWithVoid());
        }
        return all.replaceWith(checks.size() + " check(s) hold");
    }

    private static boolean holds(Row row) {
        return row.size() == 1 && Boolean.TRUE.equals(row.getValue(0));
    }

    private static CallFailed failed(String check) {
        return new CallFailed(
                CallFailed.Kind.FATAL, FailureCode.VERIFICATION_FAILED, "This check does not hold: " + check);
    }

    private static String ready(List<Users.Login> logins) {
        return logins.size() + " role(s) ready: "
                + logins.stream().map(Users.Login::words).collect(Collectors.joining(", "));
    }
}
