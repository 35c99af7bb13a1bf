package io.aurorarestore.adapter.postgres;

import io.aurorarestore.adapter.secretsmanager.SecretReader;
import io.aurorarestore.model.settings.DatabaseUser;
import io.aurorarestore.port.CallFailed;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads the secrets of the application's roles. */
@ApplicationScoped
class Users {

    private final SecretReader secrets;

    Users(SecretReader secrets) {
        this.secrets = secrets;
    }

    /** The database is not touched where a secret cannot be read. Fails with all that are unusable. */
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
}
