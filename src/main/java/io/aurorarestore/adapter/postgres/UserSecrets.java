package io.aurorarestore.adapter.postgres;

import io.aurorarestore.adapter.secretsmanager.SecretReader;
import io.aurorarestore.model.settings.DatabaseUser;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads the secrets of the application's roles. */
@ApplicationScoped
class UserSecrets {

    private final SecretReader secrets;

    UserSecrets(SecretReader secrets) {
        this.secrets = secrets;
    }

    /** The database is not touched where a secret cannot be read. Fails with all that are unusable. */
    Uni<List<RoleDefinition>> logins(List<DatabaseUser> users) {
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

    private Uni<RoleDefinition> login(DatabaseUser user) {
        return secrets.current(user.secret())
                .onFailure(CallFailedException.class)
                .transform(failure -> PgErrors.secretMissing(user.secret(), failure))
                .map(credentials -> new RoleDefinition(credentials, user.grant()));
    }
}
