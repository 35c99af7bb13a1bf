package io.aurorarestore.local.services.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What makes, changes, shows and deletes a whole secret. */
final class SecretOperations {

    private static final String WINDOW = "RecoveryWindowInDays";
    private static final String FORCE = "ForceDeleteWithoutRecovery";

    private final SecretJson json = new SecretJson();
    private final ValueOperations values;
    private final Clock clock;

    SecretOperations(ValueOperations values, Clock clock) {
        this.values = values;
        this.clock = clock;
    }

    /** The same again, with the same token and value, changes nothing. */
    JsonNode create(SecretStore store, ObjectNode input) {
        String name = input.path("Name").asText();
        if (!name.matches("[\\w/+=.@!-]{1,512}")) {
            throw SecretsErrors.invalidParameter("Invalid name. Must be a valid name containing alphanumeric"
                    + " characters, or any of the following: -/_+=.@!");
        }
        Optional<StoredSecretValue> value = StoredSecretValue.in(input);
        Optional<Secret> known = store.find(name);
        known.ifPresent(secret -> checkSame(secret, value, input));
        Secret secret = known.orElseGet(() -> store.add(name, clock.instant()));
        change(secret, input);
        return answer(secret, value, input);
    }

    private void checkSame(Secret secret, Optional<StoredSecretValue> value, ObjectNode input) {
        if (secret.deletion != null) {
            throw SecretsErrors.invalidRequest("You can't create this secret because a secret with this name is"
                    + " already scheduled for deletion.");
        }
        boolean same = secret.version(input.path("ClientRequestToken").asText())
                .filter(version -> value.filter(version.value()::equals).isPresent())
                .isPresent();
        if (!same) {
            throw SecretsErrors.exists("The operation failed because the secret " + secret.name + " already exists.");
        }
    }

    private void change(Secret secret, ObjectNode input) {
        secret.description = input.path("Description").asText(secret.description);
        secret.kmsKeyId = input.path("KmsKeyId").asText(secret.kmsKeyId);
        addTags(secret, input);
    }

    private JsonNode answer(Secret secret, Optional<StoredSecretValue> value, ObjectNode input) {
        var answer = json.name(secret);
        value.ifPresent(
                put -> answer.put("VersionId", values.put(secret, put, input).id()));
        return answer;
    }

    JsonNode describe(SecretStore store, ObjectNode input) {
        return json.describe(store.known(input.path("SecretId").asText()), "VersionIdsToStages");
    }

    /** All that are not deleted, at once and unfiltered. */
    JsonNode list(SecretStore store, ObjectNode input) {
        if (!input.isEmpty()) {
            throw SecretsErrors.invalidParameter("The local AWS lists all secrets at once, without " + input);
        }
        var answer = Json.object();
        var list = answer.putArray("SecretList");
        store.all().stream()
                .filter(secret -> secret.deletion == null)
                .forEach(secret -> list.add(json.describe(secret, "SecretVersionsToStages")));
        return answer;
    }

    JsonNode delete(SecretStore store, ObjectNode input) {
        boolean force = input.path(FORCE).asBoolean();
        int days = input.path(WINDOW).asInt(30);
        if (force && input.hasNonNull(WINDOW)) {
            throw SecretsErrors.invalidParameter(
                    "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
        }
        if (days < 7 || days > 30) {
            throw SecretsErrors.invalidParameter(
                    "The RecoveryWindowInDays value must be between 7 and 30 days" + " (inclusive).");
        }
        Secret secret = force ? store.known(id(input)) : store.live(id(input));
        secret.deletion = clock.instant().plus(force ? Duration.ZERO : Duration.ofDays(days));
        if (force) {
            store.remove(secret);
        }
        return json.name(secret).put("DeletionDate", json.seconds(secret.deletion));
    }

    JsonNode restore(SecretStore store, ObjectNode input) {
        Secret secret = store.known(id(input));
        secret.deletion = null;
        return json.name(secret);
    }

    JsonNode tag(SecretStore store, ObjectNode input) {
        addTags(store.live(id(input)), input);
        return Json.object();
    }

    private void addTags(Secret secret, ObjectNode input) {
        input.path("Tags")
                .forEach(tag -> secret.tags.put(
                        tag.path("Key").asText(), tag.path("Value").asText()));
    }

    private String id(ObjectNode input) {
        return input.path("SecretId").asText();
    }
}
