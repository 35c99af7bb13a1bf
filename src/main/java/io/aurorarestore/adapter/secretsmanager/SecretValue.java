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
 * Reads and writes a secret's JSON with {@code username} and {@code password}, as RDS itself writes it. Errors never
 * quote it.
 */
final class SecretValue {

    private static final JsonMapper JSON = new JsonMapper();

    private SecretValue() {}

    static Credentials read(String secret, String value) {
        try {
            JsonNode json = JSON.readTree(value == null ? "" : value);
            return new Credentials(field(secret, json, "username"), new Sensitive(field(secret, json, "password")));
        } catch (JsonProcessingException e) {
            throw unusable(secret, "is no JSON");
        }
    }

    /** With whatever else the secret said before. */
    static String write(Optional<String> before, Credentials credentials) {
        return before.map(SecretValue::object)
                .orElseGet(JSON::createObjectNode)
                .put("username", credentials.username())
                .put("password", credentials.password().reveal())
                .toString();
    }

    private static ObjectNode object(String before) {
        try {
            JsonNode json = JSON.readTree(before);
            return json.isObject() ? (ObjectNode) json : JSON.createObjectNode();
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private static String field(String secret, JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!value.isTextual() || value.asText().isEmpty()) {
            throw unusable(secret, "has no " + name);
        }
        return value.asText();
    }

    private static CallFailedException unusable(String secret, String what) {
        return new CallFailedException(
                CallFailedException.Kind.FATAL, FailureCode.SECRET_UNUSABLE, "Secret " + secret + " " + what + ".");
    }
}
