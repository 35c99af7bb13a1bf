package io.aurorarestore.local.services.secrets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.AwsException;
import java.util.Optional;

/**
 * A secret's content: a text, or bytes as base64.
 *
 * @param field {@code SecretString} or {@code SecretBinary}
 */
record StoredSecretValue(String field, String content) {

    private static final String TEXT = "SecretString";
    private static final String BINARY = "SecretBinary";

    /** @throws AwsException {@code InvalidParameterException} if both kinds are given */
    static Optional<StoredSecretValue> in(ObjectNode input) {
        if (input.hasNonNull(TEXT) && input.hasNonNull(BINARY)) {
            throw SecretsErrors.invalidParameter(
                    "You can't specify both a binary secret value and a string secret value in the same secret.");
        }
        return of(TEXT, input).or(() -> of(BINARY, input));
    }

    private static Optional<StoredSecretValue> of(String field, ObjectNode input) {
        return input.hasNonNull(field)
                ? Optional.of(new StoredSecretValue(field, input.get(field).asText()))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return field;
    }
}
