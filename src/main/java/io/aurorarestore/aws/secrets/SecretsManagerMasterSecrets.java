package io.aurorarestore.aws.secrets;

import io.aurorarestore.port.CallFailed;
import io.aurorarestore.port.MasterSecrets;
import io.aurorarestore.restore.Credentials;
import io.aurorarestore.restore.Sensitive;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerAsyncClient;

/**
 * Stages and activates master passwords by the version stages of Secrets Manager.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html">PutSecretValue</a>
 */
@ApplicationScoped
class SecretsManagerMasterSecrets implements MasterSecrets {

    private static final String PENDING = "AWSPENDING";
    private static final String CURRENT = "AWSCURRENT";

    private final SecretsManagerAsyncClient secrets;
    private final SecretReader reader;
    private final Passwords passwords = new Passwords();

    SecretsManagerMasterSecrets(SecretsManagerAsyncClient secrets, SecretReader reader) {
        this.secrets = secrets;
        this.reader = reader;
    }

    @Override
    public Uni<Credentials> stage(String secret, String version, String username) {
        return reader.version(secret, version)
                .onFailure(CallFailed.as(CallFailed.Kind.GONE))
                .recoverWithUni(() -> put(secret, version, username));
    }

    /** Only the login changes: what else the secret says, such as the host, stays. */
    private Uni<Credentials> put(String secret, String version, String username) {
        return reader.value(secret)
                .map(before ->
                        SecretValue.write(before.map(Sensitive::reveal), new Credentials(username, passwords.next())))
                .chain(value -> putValue(secret, version, value));
    }

    /** What another invocation put first is what counts, so it is read back in any case. */
    private Uni<Credentials> putValue(String secret, String version, String value) {
        return pending(secret, version, value)
                .onFailure(CallFailed.as(CallFailed.Kind.GONE))
                .recoverWithUni(() -> create(secret).chain(() -> pending(secret, version, value)))
                .onFailure(CallFailed.as(CallFailed.Kind.ALREADY_EXISTS))
                .recoverWithNull()
                .chain(() -> reader.version(secret, version));
    }

    private Uni<Void> pending(String secret, String version, String value) {
        return call(
                secret,
                client -> client.putSecretValue(put -> put.secretId(secret)
                        .clientRequestToken(version)
                        .versionStages(PENDING)
                        .secretString(value)));
    }

    private Uni<Void> create(String secret) {
        return call(
                        secret,
                        client -> client.createSecret(create -> create.name(secret)
                                .description("Master user of an Aurora cluster; set by Aurora Restore")))
                .onFailure(CallFailed.as(CallFailed.Kind.ALREADY_EXISTS))
                .recoverWithNull();
    }

    @Override
    public Uni<Void> activate(String secret, String version) {
        return stages(secret).chain(stages -> activate(secret, version, stages));
    }

    private Uni<Void> activate(String secret, String version, Map<String, List<String>> stages) {
        Uni<Void> current = holder(stages, CURRENT).filter(version::equals).isPresent()
                ? Uni.createFrom().voidItem()
                : call(
                        secret,
                        client -> client.updateSecretVersionStage(move -> move.secretId(secret)
                                .versionStage(CURRENT)
                                .moveToVersionId(version)
                                .removeFromVersionId(holder(stages, CURRENT).orElse(null))));
        return holder(stages, PENDING).filter(version::equals).isPresent()
                ? current.chain(() -> call(
                        secret,
                        client -> client.updateSecretVersionStage(drop ->
                                drop.secretId(secret).versionStage(PENDING).removeFromVersionId(version))))
                : current;
    }

    @Override
    public Uni<Optional<String>> staged(String secret) {
        return stages(secret)
                .onFailure(CallFailed.as(CallFailed.Kind.GONE))
                .recoverWithItem(Map.of())
                .map(stages -> holder(stages, PENDING).filter(version -> !isCurrent(stages, version)));
    }

    private static boolean isCurrent(Map<String, List<String>> stages, String version) {
        return stages.getOrDefault(version, List.of()).contains(CURRENT);
    }

    /** A version without a stage is forgotten by Secrets Manager; a current one is never dropped. */
    @Override
    public Uni<Void> drop(String secret, String version) {
        return stages(secret)
                .onFailure(CallFailed.as(CallFailed.Kind.GONE))
                .recoverWithItem(Map.of())
                .chain(stages -> holder(stages, PENDING).filter(version::equals).isPresent()
                        ? call(
                                secret,
                                client -> client.updateSecretVersionStage(drop -> drop.secretId(secret)
                                        .versionStage(PENDING)
                                        .removeFromVersionId(version)))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Map<String, List<String>>> stages(String secret) {
        return Uni.createFrom()
                .completionStage(() -> secrets.describeSecret(ask -> ask.secretId(secret)))
                .onFailure()
                .transform(failure -> SecretErrors.classify(secret, failure))
                .map(seen -> seen.versionIdsToStages());
    }

    private static Optional<String> holder(Map<String, List<String>> stages, String stage) {
        return stages.entrySet().stream()
                .filter(one -> one.getValue().contains(stage))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Uni<Void> call(String secret, Function<SecretsManagerAsyncClient, CompletionStage<?>> call) {
        return Uni.createFrom()
                .completionStage(() -> call.apply(secrets))
                .onFailure()
                .transform(failure -> SecretErrors.classify(secret, failure))
                .replaceWithVoid();
    }
}
