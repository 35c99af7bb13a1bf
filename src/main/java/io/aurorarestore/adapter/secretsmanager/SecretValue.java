package io.aurorarestore.adapter.secretsmanager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.request.Credentials;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.port.CallFailedException;
import java.util.Optional;

/**
 * Reads and writes a secret's JSON with {@code username} and {@code password}, as RDS itself and the rotation of Secrets
 * Manager write it. Errors never quote it.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html">The JSON
 *     of a secret</a>
 */
final class SecretValue {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String EXPECTED =
            ". Expected is JSON as RDS writes it: {\"username\": \"\u2026\", \"password\": \"\u2026\"}";

    private SecretValue() {}

    static Credentials read(String secret, String value) {
        JsonNode json = object(secret, value);
        return new Credentials(field(secret, json, "username"), new Sensitive(field(secret, json, "password")));
    }

    /**
     * With whatever else the secret said before.
     *
     * @throws CallFailedException where it said something that this would not keep
     */
    static String write(String secret, Optional<String> before, Credentials credentials) {
        return before.map(text -> object(secret, text))
                .orElseGet(JSON::createObjectNode)
                .put("username", credentials.username())
                .put("password", credentials.password().reveal())
                .toString();
    }

    /** @throws CallFailedException unless it is a JSON object */
    static ObjectNode object(String secret, String value) {
        try {
            JsonNode json = JSON.readTree(value);
            if (json.isObject()) {
                return (ObjectNode) json;
            }
        } catch (JsonProcessingException e) {
            throw unusable(secret, "holds plain text" + EXPECTED);
        }
        throw unusable(secret, "holds no JSON object" + EXPECTED);
    }

    static CallFailedException binary(String secret) {
        return unusable(secret, "is binary" + EXPECTED);
    }

    private static String field(String secret, JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!value.isTextual() || value.asText().isEmpty()) {
            throw unusable(secret, "has no " + name + (value.isMissingNode() ? "" : " that is a text"));
        }
        return value.asText();
    }

    private static CallFailedException unusable(String secret, String what) {
        return new CallFailedException(
                CallFailedException.Kind.FATAL, FailureCode.SECRET_UNUSABLE, "Secret " + secret + " " + what + ".");
    }
}
