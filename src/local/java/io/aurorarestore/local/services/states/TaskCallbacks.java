package io.aurorarestore.local.services.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.Json;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the holder of a task's token may say of it. After its end that is {@code TaskTimedOut}, whatever the end was.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskSuccess.html">AWS</a>
 */
record TaskCallbacks(Tasks tasks) {

    private static final int LONGEST_TOKEN = 2048;
    private static final int LARGEST_OUTPUT = 262_144;
    private static final int LONGEST_ERROR = 256;
    private static final int LONGEST_CAUSE = 32_768;

    JsonNode success(String region, ObjectNode input) {
        String output = text(input, "output", LARGEST_OUTPUT);
        if (output == null || output.getBytes(StandardCharsets.UTF_8).length > LARGEST_OUTPUT) {
            throw validation("output", "must not be null, nor larger than " + LARGEST_OUTPUT);
        }
        CallbackTask task = task(input);
        return ended(task.end(ExecutionResult.success(parsed(output))));
    }

    JsonNode failure(String region, ObjectNode input) {
        ExecutionResult failure =
                ExecutionResult.failure(text(input, "error", LONGEST_ERROR), text(input, "cause", LONGEST_CAUSE));
        return ended(task(input).end(failure));
    }

    JsonNode heartbeat(String region, ObjectNode input) {
        return ended(task(input).beat());
    }

    private static JsonNode ended(boolean inTime) {
        if (!inTime) {
            throw AwsException.badRequest("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
        }
        return Json.object();
    }

    private CallbackTask task(ObjectNode input) {
        String token = text(input, "taskToken", LONGEST_TOKEN);
        if (token == null || token.isEmpty()) {
            throw validation("taskToken", "must not be null or empty");
        }
        return tasks.of(token);
    }

    /** Any JSON value is an output. */
    private static JsonNode parsed(String output) {
        try {
            JsonNode value = Json.read(output);
            if (!value.isMissingNode()) {
                return value;
            }
        } catch (IllegalArgumentException e) {
            throw AwsException.badRequest("InvalidOutput", "Invalid Output: " + e.getMessage());
        }
        throw AwsException.badRequest("InvalidOutput", "Invalid Output: it is empty");
    }

    private static @Nullable String text(ObjectNode input, String field, int most) {
        JsonNode value = input.path(field);
        String text = value.isTextual() ? value.asText() : null;
        if (text != null && text.length() > most) {
            throw validation(field, "must have length less than or equal to " + most);
        }
        return text;
    }

    private static AwsException validation(String field, String rule) {
        return AwsException.badRequest(
                "ValidationException",
                "1 validation error detected: Value at '%s' failed to satisfy constraint: Member %s"
                        .formatted(field, rule));
    }
}
