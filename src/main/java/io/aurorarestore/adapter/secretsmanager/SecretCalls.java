package io.aurorarestore.adapter.secretsmanager;

import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.CallTally;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerAsyncClient;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** Makes the calls that describe, create, change and delete one secret. They fail with {@code CallFailedException}. */
record SecretCalls(SecretsManagerAsyncClient secrets, String secret) {

    /** As short as Secrets Manager lets it be. */
    private static final long DAYS_TO_RECOVER = 7;

    Uni<SecretState> describe() {
        return call("DescribeSecret", client -> client.describeSecret(ask -> ask.secretId(secret)))
                .map(SecretState::of);
    }

    /** Empty where there is no such secret. */
    Uni<Optional<SecretState>> find() {
        return describe()
                .map(Optional::of)
                .onFailure(CallFailedException.as(CallFailedException.Kind.GONE))
                .recoverWithItem(Optional.empty());
    }

    /** With nothing in it but that it is empty. Answers false where another invocation was first. */
    Uni<Boolean> create(RestoreId by) {
        return call(
                        "CreateSecret",
                        client -> client.createSecret(create -> create.name(secret)
                                .description("Master user of an Aurora cluster; set by Aurora Restore")
                                .clientRequestToken(Placeholder.VERSION)
                                .secretString(Placeholder.TEXT)
                                .tags(tag(by))))
                .replaceWith(true)
                .onFailure(CallFailedException.as(CallFailedException.Kind.ALREADY_EXISTS))
                .recoverWithItem(false);
    }

    Uni<Void> bringBack() {
        return call("RestoreSecret", client -> client.restoreSecret(restore -> restore.secretId(secret)))
                .replaceWithVoid();
    }

    Uni<Void> claim(RestoreId by) {
        return call(
                        "TagResource",
                        client -> client.tagResource(put -> put.secretId(secret).tags(tag(by))))
                .replaceWithVoid();
    }

    Uni<Void> delete() {
        return call(
                        "DeleteSecret",
                        client -> client.deleteSecret(
                                delete -> delete.secretId(secret).recoveryWindowInDays(DAYS_TO_RECOVER)))
                .replaceWithVoid();
    }

    /** What another invocation put first is what counts: then it answers false. */
    Uni<Boolean> put(String version, String value, String stage) {
        return call(
                        "PutSecretValue",
                        client -> client.putSecretValue(put -> put.secretId(secret)
                                .clientRequestToken(version)
                                .versionStages(stage)
                                .secretString(value)))
                .replaceWith(true)
                .onFailure(CallFailedException.as(CallFailedException.Kind.ALREADY_EXISTS))
                .recoverWithItem(false);
    }

    Uni<Void> makeCurrent(String version, Optional<String> before) {
        return call(
                        "UpdateSecretVersionStage",
                        client -> client.updateSecretVersionStage(move -> move.secretId(secret)
                                .versionStage(SecretState.CURRENT)
                                .moveToVersionId(version)
                                .removeFromVersionId(before.orElse(null))))
                .replaceWithVoid();
    }

    /** A version without a label is forgotten by Secrets Manager. */
    Uni<Void> unstage(String version) {
        return call(
                        "UpdateSecretVersionStage",
                        client -> client.updateSecretVersionStage(drop -> drop.secretId(secret)
                                .versionStage(SecretState.PENDING)
                                .removeFromVersionId(version)))
                .replaceWithVoid();
    }

    private <T> Uni<T> call(String operation, Function<SecretsManagerAsyncClient, CompletionStage<T>> call) {
        return CallTally.counted(SecretReader.SERVICE, operation, () -> call.apply(secrets))
                .onFailure()
                .transform(failure -> SecretErrors.classify(secret, failure));
    }

    private static Tag tag(RestoreId by) {
        return Tag.builder().key(Ownership.RESTORE_TAG).value(by.value()).build();
    }
}
