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
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the secrets of the application's roles. */
@ApplicationScoped
class UserSecrets {

    private final SecretReader secrets;

    UserSecrets(SecretReader secrets) {
        this.secrets = secrets;
    }

    /**
     * No database is touched where a secret cannot be used. Fails with all that are unusable.
     *
     * @param master the master user's, where a new password is to be written into it
     */
    Uni<List<DatabaseRoles>> roles(DatabaseSettings settings, Optional<String> master) {
        Stream<Uni<Map.Entry<String, Credentials>>> read =
                settings.secrets().stream().map(secret -> credentials(secret).map(one -> Map.entry(secret, one)));
        Stream<Uni<Map.Entry<String, Credentials>>> looked =
                master.stream().map(secret -> secrets.checkWritable(secret).replaceWith(() -> null));
        return Multi.createFrom()
                .items(Stream.concat(read, looked))
                .onItem()
                .transformToUni(Function.identity())
                .collectFailures()
                .concatenate()
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue)
                .onFailure(CompositeException.class)
                .transform(SecretProblems::atOnce)
                .invoke(SecretProblems::refuseTwoPasswords)
                .map(known -> settings.databases().stream()
                        .map(database -> roles(database, known))
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
