package io.aurorarestore.aws.postgres;

import io.aurorarestore.port.CallFailed;
import io.aurorarestore.port.Database;
import io.aurorarestore.restore.DatabaseSettings;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Restore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

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
    public Uni<String> readSecrets(Restore restore) {
        return logins(restore).map(logins -> logins.size() + " secret(s) can be read");
    }

    @Override
    public Uni<String> configure(Restore restore) {
        return logins(restore)
                .chain(logins -> connections.asMaster(
                        restore,
                        FailureCode.DATABASE_FAILED,
                        session -> new Configuration(session, restore, logins).run()));
    }

    @Override
    public Uni<String> verify(Restore restore) {
        return connections.asMaster(
                restore,
                FailureCode.VERIFICATION_FAILED,
                session -> new Provenance(session, restore)
                        .verify(
                                CallFailed.Kind.FATAL,
                                FailureCode.VERIFICATION_FAILED,
                                "This restore has not configured the data, which says that it is of")
                        .chain(() -> new Applied(session, restore).verify())
                        .chain(() -> new Checks(
                                        session, restore.settings().database().checks())
                                .run()));
    }

    @Override
    public Uni<String> identify(Restore restore) {
        return connections
                .asMaster(
                        restore,
                        FailureCode.ENDPOINT_UNVERIFIED,
                        session -> new Provenance(session, restore)
                                .verify(
                                        CallFailed.Kind.RETRY,
                                        FailureCode.ENDPOINT_UNVERIFIED,
                                        "The endpoint answers as")
                                .replaceWith("the endpoint answers as restore " + restore.id()))
                .onFailure(PostgresDatabase::byAnother)
                .transform(failure -> notYet((CallFailed) failure));
    }

    private Uni<List<Login>> logins(Restore restore) {
        DatabaseSettings settings = restore.settings().database();
        return users.logins(settings.users())
                .invoke(logins -> Departures.of(settings)
                        .check(logins.stream().map(Login::role).toList()));
    }

    /** A cluster that has never heard of us or our database, or does not know the new login, may be an earlier one. */
    private static boolean byAnother(Throwable failure) {
        return failure instanceof CallFailed call && call.failure().code() == FailureCode.ENDPOINT_UNVERIFIED;
    }

    private static CallFailed notYet(CallFailed byAnother) {
        return new CallFailed(CallFailed.Kind.RETRY, FailureCode.ENDPOINT_UNVERIFIED, byAnother.getMessage());
    }
}
