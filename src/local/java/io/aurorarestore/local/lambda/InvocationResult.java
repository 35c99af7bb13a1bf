package io.aurorarestore.local.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of an invocation.
 *
 * @param failed whether the function reported an error, died or took too long
 */
public record InvocationResult(boolean failed, byte[] payload) {

    static InvocationResult error(String type, @Nullable String message) {
        String json = Json.object()
                .put("errorType", type)
                .put("errorMessage", message)
                .toString();
        return new InvocationResult(true, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Of a failed one: type and message, on one line. */
    String error() {
        Optional<ObjectNode> told = Json.readObject(text());
        return told.map(error -> error.path("errorType").asText() + ": "
                        + error.path("errorMessage").asText())
                .orElseGet(this::text)
                .replaceAll("\\s+", " ");
    }

    public String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }
}
