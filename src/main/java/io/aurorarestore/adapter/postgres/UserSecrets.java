package io.aurorarestore.adapter.postgres;

import io.aurorarestore.adapter.secretsmanager.SecretReader;
import io.aurorarestore.model.request.Credentials;
import io.aurorarestore.model.settings.DatabaseSettings;
import io.aurorarestore.model.settings.OneDatabase;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the secrets of the application's roles. */
@ApplicationScoped
class UserSecrets {

    private final SecretReader secrets;

    UserSecrets(SecretReader secrets) {
        this.secrets = secrets;
    }

    /** No database is touched where a secret cannot be read. Fails with all that are unusable. */
    Uni<List<DatabaseRoles>> roles(DatabaseSettings settings) {
        return Multi.createFrom()
                .iterable(settings.secrets())
                .onItem()
                .transformToUni(secret -> credentials(secret).map(read -> Map.entry(secret, read)))
                .collectFailures()
                .concatenate()
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue)
                .onFailure(CompositeException.class)
                .transform(SecretProblems::atOnce)
                .map(read -> settings.databases().stream()
                        .map(database -> roles(database, read))
                        .toList());
    }

    private Uni<Credentials> credentials(String secret) {
        return secrets.current(secret)
                .onFailure(CallFailedException.class)
                .transform(failure -> PgErrors.secretMissing(secret, failure));
    }

    private static DatabaseRoles roles(OneDatabase database, Map<String, Credentials> read) {
        return new DatabaseRoles(
                database,
                database.users().stream()
                        .map(user -> new RoleDefinition(Objects.requireNonNull(read.get(user.secret())), user.grant()))
                        .toList());
    }
}
