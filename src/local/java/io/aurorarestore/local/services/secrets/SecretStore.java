package io.aurorarestore.local.services.secrets;

import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.services.Aws;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/** One region's secrets, by name. */
final class SecretStore {

    private final String region;
    private final Map<String, Secret> secrets = new TreeMap<>();

    SecretStore(String region) {
        this.region = region;
    }

    Secret add(String name, Instant now) {
        String suffix = UUID.randomUUID().toString().substring(0, 6);
        var secret = new Secret(name, Aws.arn("secretsmanager", region, "secret:" + name + "-" + suffix), now);
        secrets.put(name, secret);
        return secret;
    }

    /** By name, by ARN, or by an ARN without its last six characters. */
    Optional<Secret> find(String id) {
        return secrets.values().stream()
                .filter(secret -> id.equals(secret.name) || id.equals(secret.arn) || secret.arn.matches(partial(id)))
                .findFirst();
    }

    private String partial(String arn) {
        return Pattern.quote(arn) + "-\\w{6}";
    }

    /** @throws AwsException {@code ResourceNotFoundException} */
    Secret known(String id) {
        return find(id).orElseThrow(() -> SecretsErrors.notFound("secret."));
    }

    /** @throws AwsException {@code ResourceNotFoundException}, or {@code InvalidRequestException} if it was deleted */
    Secret live(String id) {
        Secret secret = known(id);
        if (secret.deletion != null) {
            throw SecretsErrors.invalidRequest(
                    "You can't perform this operation on the secret because it was marked for deletion.");
        }
        return secret;
    }

    void remove(Secret secret) {
        secrets.remove(secret.name);
    }

    /** Those whose days to be recovered are over. */
    void forgetDeleted(Instant now) {
        secrets.values().removeIf(secret -> secret.deletion != null && !secret.deletion.isAfter(now));
    }

    Collection<Secret> all() {
        return secrets.values();
    }
}
