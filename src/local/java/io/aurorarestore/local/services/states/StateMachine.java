package io.aurorarestore.local.services.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import java.util.Set;

/**
 * A state machine of the kinds of states that the local AWS can run: Task, of the one resource
 * {@code events:putEvents.waitForTaskToken}, Succeed and Fail.
 */
record StateMachine(String arn, String name, ObjectNode definition) {

    static final String PUT_AND_WAIT = "arn:aws:states:::events:putEvents.waitForTaskToken";

    private static final Set<String> KINDS = Set.of("Task", "Succeed", "Fail");

    StateMachine {
        definition.path("States").properties().forEach(state -> check(state.getKey(), state.getValue()));
    }

    private static void check(String name, JsonNode state) {
        String type = state.path("Type").asText();
        boolean known =
                type.equals("Task") ? state.path("Resource").asText().equals(PUT_AND_WAIT) : KINDS.contains(type);
        if (!known) {
            throw new IllegalArgumentException("the local AWS cannot run the state %s: %s %s"
                    .formatted(name, type, state.path("Resource").asText()));
        }
    }

    String first() {
        return definition.path("StartAt").asText();
    }

    JsonNode state(String name) {
        return definition.path("States").path(name);
    }

    ObjectNode toJson() {
        return Json.object().put("stateMachineArn", arn).put("name", name).put("type", "STANDARD");
    }
}
