package io.aurorarestore.adapter.secretsmanager;

import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.services.secrets.SecretsManager;
import io.aurorarestore.model.RestoreId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerAsyncClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;

/** A local Secrets Manager with our readers and writers of it, by the real SDK. */
public final class LocalSecrets implements AutoCloseable {

    /** Who stages where it does not matter. */
    static final RestoreId BY = new RestoreId("abcdefghij12");

    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    private final SecretsManagerAsyncClient client =
            new LocalClients(endpoint).async("us-east-1", SecretsManagerAsyncClient.builder());
    private volatile Optional<AwsException> refusal = Optional.empty();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile int most = Integer.MAX_VALUE;

    public LocalSecrets() {
        endpoint.serve("secretsmanager", new SecretsManager(Clock.systemUTC()).service());
        endpoint.filter((request, next) -> {
            refusal.ifPresent(refused -> {
                throw refused;
            });
            if (calls.incrementAndGet() > most) {
                throw new AwsException(400, "AccessDeniedException", "cut off");
            }
            return next.handle(request);
        });
        endpoint.start();
    }

    public SecretReader reader() {
        return new SecretReader(client);
    }

    SecretsManagerMasterSecrets masterSecrets() {
        return new SecretsManagerMasterSecrets(client, reader());
    }

    SecretsManagerAsyncClient client() {
        return client;
    }

    /** Every call from now on is refused so. */
    void refuse(AwsException with) {
        refusal = Optional.of(with);
    }

    void refuseNothing() {
        refusal = Optional.empty();
        most = Integer.MAX_VALUE;
    }

    /** So many more calls are answered, and none after. */
    void cutOffAfter(int answered) {
        calls.set(0);
        most = answered;
    }

    public void forgetCalls() {
        calls.set(0);
    }

    /** Since they were forgotten. */
    public int calls() {
        return calls.get();
    }

    boolean wasCutOff() {
        return calls.get() > most;
    }

    DescribeSecretResponse describe(String secret) {
        return client.describeSecret(ask -> ask.secretId(secret)).join();
    }

    /** A secret with a value, or another value of it. */
    public String put(String secret, String value) {
        return client.createSecret(create -> create.name(secret).secretString(value))
                .exceptionallyCompose(exists -> client.putSecretValue(
                                put -> put.secretId(secret).secretString(value))
                        .thenApply(put -> null))
                .thenCompose(done -> client.describeSecret(ask -> ask.secretId(secret)))
                .thenApply(seen -> seen.versionIdsToStages().entrySet().stream()
                        .filter(version -> version.getValue().contains("AWSCURRENT"))
                        .findFirst()
                        .orElseThrow()
                        .getKey())
                .join();
    }

    /** A version of a secret, as a restore stages it. */
    public void stage(String secret, String version, String value) {
        client.createSecret(create -> create.name(secret))
                .handle((done, exists) -> null)
                .join();
        client.putSecretValue(
                        put -> put.secretId(secret).clientRequestToken(version).secretString(value))
                .join();
    }

    String value(String secret, String version) {
        return client.getSecretValue(ask -> ask.secretId(secret).versionId(version))
                .join()
                .secretString();
    }

    Map<String, List<String>> stages(String secret) {
        return describe(secret).versionIdsToStages();
    }

    static <T> T await(Uni<T> work) {
        return work.await().indefinitely();
    }

    @Override
    public void close() {
        client.close();
        endpoint.close();
    }
}
