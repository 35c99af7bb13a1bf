package io.aurorarestore.adapter.secretsmanager;

import io.aurorarestore.adapter.ServiceErrors;
import io.aurorarestore.model.request.Credentials;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.CallTally;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerAsyncClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Reads credentials from Secrets Manager. Fails with {@code CallFailedException}: GONE where the secret or version is missing. */
@ApplicationScoped
public class SecretReader {

    static final String SERVICE = "secretsmanager";

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
                .map(text -> Optional.of(new Sensitive(text)))
                .onFailure(CallFailedException.as(CallFailedException.Kind.GONE))
                .recoverWithItem(Optional.empty());
    }

    /**
     * Fails where a new login could not be written without losing what the secret holds. One without a value may be
     * written, and of one that is being deleted nothing is known.
     */
    public Uni<Void> checkWritable(String secret) {
        return ask(ask -> ask.secretId(secret).versionStage(SecretState.CURRENT))
                .map(Optional::of)
                .onFailure(SecretReader::holdsNothing)
                .recoverWithItem(Optional.empty())
                .onFailure()
                .transform(failure -> SecretErrors.classify(secret, failure))
                .invoke(found -> found.ifPresent(answer -> SecretValue.object(secret, text(secret, answer))))
                .replaceWithVoid();
    }

    private static boolean holdsNothing(Throwable failure) {
        Throwable cause = ServiceErrors.causeOf(failure);
        return cause instanceof ResourceNotFoundException || cause instanceof InvalidRequestException;
    }

    private Uni<Credentials> read(String secret, Consumer<GetSecretValueRequest.Builder> ask) {
        return text(secret, ask).map(text -> SecretValue.read(secret, text));
    }

    private Uni<String> text(String secret, Consumer<GetSecretValueRequest.Builder> ask) {
        return ask(ask).onFailure()
                .transform(failure -> SecretErrors.classify(secret, failure))
                .map(answer -> text(secret, answer));
    }

    private static String text(String secret, GetSecretValueResponse answer) {
        return Optional.ofNullable(answer.secretString()).orElseThrow(() -> SecretValue.binary(secret));
    }

    private Uni<GetSecretValueResponse> ask(Consumer<GetSecretValueRequest.Builder> ask) {
        return CallTally.counted(SERVICE, "GetSecretValue", () -> secrets.getSecretValue(ask));
    }
}
