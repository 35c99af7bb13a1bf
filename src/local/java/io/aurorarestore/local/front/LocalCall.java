package io.aurorarestore.local.front;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;

/**
 * A call of one of the local AWS's own routes under {@code /_local}.
 *
 * @param variables what stands in the path where the route's has names in braces
 * @param query the URL's parameters
 * @param body the body as JSON, whatever its content type says; an empty object if there is none
 */
public record LocalCall(String method, String path, Map<String, String> variables, Form query, JsonNode body) {

    /** What stands in the path where the route has this name in braces. */
    public String variable(String name) {
        return Objects.requireNonNull(variables.get(name), name);
    }

    LocalCall with(JsonNode other) {
        return new LocalCall(method, path, variables, query, other);
    }
}
