package io.aurorarestore.local.services.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** GetSecretValue, PutSecretValue, UpdateSecretVersionStage. */
final class ValueOperations {

    private final SecretJson json = new SecretJson();
    private final Clock clock;

    ValueOperations(Clock clock) {
        this.clock = clock;
    }

    JsonNode get(SecretStore store, ObjectNode input) {
        Secret secret = store.live(input.path("SecretId").asText());
        StoredSecretVersion version = version(secret, input);
        return json.version(secret, version)
                .put(version.value().field(), version.value().content())
                .put("CreatedDate", json.seconds(version.created()));
    }

    private StoredSecretVersion version(Secret secret, ObjectNode input) {
        if (!input.hasNonNull("VersionId")) {
            return staged(secret, input.path("VersionStage").asText(Stages.CURRENT));
        }
        String id = input.get("VersionId").asText();
        StoredSecretVersion version =
                secret.version(id).orElseThrow(() -> SecretsErrors.notFound("secret value for VersionId: " + id));
        if (input.hasNonNull("VersionStage")
                && !secret.stages.of(id).contains(input.get("VersionStage").asText())) {
            throw SecretsErrors.invalidRequest(
                    "You provided a VersionStage that is not associated to the provided VersionId.");
        }
        return version;
    }

    private StoredSecretVersion staged(Secret secret, String stage) {
        return secret.stages
                .version(stage)
                .flatMap(secret::version)
                .orElseThrow(() -> SecretsErrors.notFound("secret value for staging label: " + stage));
    }

    JsonNode put(SecretStore store, ObjectNode input) {
        Secret secret = store.live(input.path("SecretId").asText());
        StoredSecretValue value = StoredSecretValue.in(input)
                .orElseThrow(
                        () -> SecretsErrors.invalidRequest("You must provide either SecretString or SecretBinary."));
        return json.version(secret, put(secret, value, input));
    }

    /** Adds the version an input asks for, current unless it says otherwise. */
    StoredSecretVersion put(Secret secret, StoredSecretValue value, ObjectNode input) {
        var labels = new LinkedHashSet<String>();
        input.path("VersionStages").forEach(label -> labels.add(label.asText()));
        return secret.put(token(input), value, labels.isEmpty() ? Set.of(Stages.CURRENT) : labels, clock.instant());
    }

    private String token(ObjectNode input) {
        String token = input.path("ClientRequestToken").asText(UUID.randomUUID().toString());
        if (token.length() < 32 || token.length() > 64) {
            throw SecretsErrors.invalidParameter("ClientRequestToken must be 32-64 characters long.");
        }
        return token;
    }

    JsonNode moveStage(SecretStore store, ObjectNode input) {
        Secret secret = store.live(input.path("SecretId").asText());
        move(secret, input, clock.instant());
        return json.name(secret);
    }

    /** Whoever moves a staging label, or takes it away, must know which version has it. */
    private static void move(Secret secret, ObjectNode input, Instant now) {
        String stage = input.path("VersionStage").asText();
        String to = input.path("MoveToVersionId").asText(null);
        String from = input.path("RemoveFromVersionId").asText(null);
        if (stage.isEmpty()) {
            throw SecretsErrors.invalidParameter("VersionStage is required.");
        }
        if (to != null && secret.version(to).isEmpty()) {
            throw SecretsErrors.notFound("secret version: " + to + ".");
        }
        checkHolder(secret.stages.version(stage).orElse(null), stage, from, to);
        secret.moveStage(stage, to, now);
    }

    private static void checkHolder(@Nullable String holder, String stage, String from, String to) {
        if (to == null && stage.equals(Stages.CURRENT)) {
            throw SecretsErrors.invalidParameter("You can only move staging label AWSCURRENT to a different secret"
                    + " version. It can't be completely removed.");
        }
        if (from == null && holder != null && !holder.equals(to)) {
            throw SecretsErrors.invalidParameter(
                    ("The parameter RemoveFromVersionId can't be empty. Staging label %s is"
                                    + " currently attached to version %s, so you must explicitly reference that version in"
                                    + " RemoveFromVersionId.")
                            .formatted(stage, holder));
        }
        if (from != null && !from.equals(holder)) {
            throw SecretsErrors.invalidParameter(
                    "Staging label %s is not attached to version %s.".formatted(stage, from));
        }
    }
}
