package io.aurorarestore.local.services.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import org.jspecify.annotations.Nullable;

/**
 * How a task or an execution ended.
 *
 * @param status as AWS calls it: {@code SUCCEEDED}, {@code FAILED} or {@code TIMED_OUT}
 * @param output only of a success
 * @param error null of a success, and where a failure names none
 */
record ExecutionResult(
        String status,
        @Nullable JsonNode output,
        @Nullable String error,
        @Nullable String cause) {

    static ExecutionResult success(JsonNode output) {
        return new ExecutionResult("SUCCEEDED", output, null, null);
    }

    static ExecutionResult failure(@Nullable String error, @Nullable String cause) {
        return new ExecutionResult("FAILED", null, error, cause);
    }

    /** @param error {@code States.Timeout} or {@code States.HeartbeatTimeout} */
    static ExecutionResult timeout(String error) {
        return new ExecutionResult("TIMED_OUT", null, error, null);
    }

    boolean succeeded() {
        return output != null;
    }

    /** What a Catch gets. */
    ObjectNode caught() {
        return Json.object()
                .put("Error", error == null ? "States.TaskFailed" : error)
                .put("Cause", cause == null ? "" : cause);
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("status", status);
        return succeeded()
                ? json.set("output", output)
                : json.put("error", error).put("cause", cause);
    }
}
