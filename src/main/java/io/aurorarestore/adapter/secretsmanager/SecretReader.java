package io.aurorarestore.adapter.secretsmanager;

import io.aurorarestore.model.request.Credentials;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerAsyncClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;

/** Reads credentials from Secrets Manager. Fails with {@code CallFailedException}: GONE where the secret or version is missing. */
@ApplicationScoped
public class SecretReader {

    private final SecretsManagerAsyncClient secrets;

    SecretReader(SecretsManagerAsyncClient secrets) {
        this.secrets = secrets;
    }

    public Uni<Credentials> current(String secret) {
        return read(secret, ask -> ask.secretId(secret).versionStage(SecretState.CURRENT));
    }

    public Uni<Credentials> version(String secret, String versionId) {
        return read(secret, ask -> ask.secretId(secret).versionId(versionId));
    }

    /** The whole current value as it is, where there is one. */
    Uni<Optional<Sensitive>> value(String secret) {
        return text(secret, ask -> ask.secretId(secret).versionStage(SecretState.CURRENT))
                .map(text -> text.map(Sensitive::new))
                .onFailure(CallFailedException.as(CallFailedException.Kind.GONE))
                .recoverWithItem(Optional.empty());
    }

    private Uni<Credentials> read(String secret, Consumer<GetSecretValueRequest.Builder> ask) {
        return text(secret, ask).map(text -> SecretValue.read(secret, text.orElse("")));
    }

    private Uni<Optional<String>> text(String secret, Consumer<GetSecretValueRequest.Builder> ask) {
        return Uni.createFrom()
                .completionStage(() -> secrets.getSecretValue(ask))
                .onFailure()
                .transform(failure -> SecretErrors.classify(secret, failure))
                .map(answer -> Optional.ofNullable(answer.secretString()));
    }
}
