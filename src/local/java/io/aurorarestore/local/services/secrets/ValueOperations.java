package io.aurorarestore.local.services.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** GetSecretValue, PutSecretValue, ListSecretVersionIds, UpdateSecretVersionStage. */
final class ValueOperations {

    private final SecretJson json = new SecretJson();
    private final StageMove stageMove = new StageMove();
    private final Clock clock;

    ValueOperations(Clock clock) {
        this.clock = clock;
    }

    JsonNode get(SecretStore store, ObjectNode input) {
        Secret secret = store.live(input.path("SecretId").asText());
        SecretVersion version = version(secret, input);
        return json.version(secret, version)
                .put(version.value().field(), version.value().content())
                .put("CreatedDate", json.seconds(version.created()));
    }

    private SecretVersion version(Secret secret, ObjectNode input) {
        if (!input.hasNonNull("VersionId")) {
            return staged(secret, input.path("VersionStage").asText(Stages.CURRENT));
        }
        String id = input.get("VersionId").asText();
        SecretVersion version =
                secret.version(id).orElseThrow(() -> SecretsErrors.notFound("secret value for VersionId: " + id));
        if (input.hasNonNull("VersionStage")
                && !secret.stages.of(id).contains(input.get("VersionStage").asText())) {
            throw SecretsErrors.invalidRequest(
                    "You provided a VersionStage that is not associated to the provided VersionId.");
        }
        return version;
    }

    private SecretVersion staged(Secret secret, String stage) {
        return secret.stages
                .version(stage)
                .flatMap(secret::version)
                .orElseThrow(() -> SecretsErrors.notFound("secret value for staging label: " + stage));
    }

    JsonNode put(SecretStore store, ObjectNode input) {
        Secret secret = store.live(input.path("SecretId").asText());
        SecretValue value = SecretValue.in(input)
                .orElseThrow(
                        () -> SecretsErrors.invalidRequest("You must provide either SecretString or SecretBinary."));
        return json.version(secret, put(secret, value, input));
    }

    /** Adds the version an input asks for, current unless it says otherwise. */
    SecretVersion put(Secret secret, SecretValue value, ObjectNode input) {
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

    JsonNode listVersions(SecretStore store, ObjectNode input) {
        Secret secret = store.known(input.path("SecretId").asText());
        var answer = json.name(secret);
        var versions = answer.putArray("Versions");
        secret.versions()
                .forEach(version -> versions.add(Json.object()
                        .put("VersionId", version.id())
                        .put("CreatedDate", json.seconds(version.created()))
                        .set("VersionStages", Json.tree(secret.stages.of(version.id())))));
        return answer;
    }

    JsonNode moveStage(SecretStore store, ObjectNode input) {
        Secret secret = store.live(input.path("SecretId").asText());
        stageMove.apply(secret, input, clock.instant());
        return json.name(secret);
    }
}
