package io.aurorarestore.local.services.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.services.events.EventBridge;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * One run of a state machine, from state to state; between them it only waits for tokens. It knows the states that
 * {@code deploy/workflow.yaml} has: Task, of the one resource {@code events:putEvents.waitForTaskToken}, with one Catch,
 * for all, and a ResultPath; Succeed; and Fail with paths.
 *
 * @param outcome done when it has ended; never fails
 */
record StateMachineExecution(
        String arn,
        Machine machine,
        JsonNode input,
        double startDate,
        CompletableFuture<ExecutionResult> outcome,
        Work work) {

    /** A state machine; to make one of another kind of state is an {@link IllegalArgumentException}. */
    record Machine(String region, String arn, String name, JsonNode definition) {

        /** Of whatever partition. */
        private static final String TASK = ":states:::events:putEvents.waitForTaskToken";

        private static final String CATCH = "[\"States.ALL\"]";

        /** Of each type, the fields that a state has. */
        private static final Map<String, Set<String>> FIELDS = Map.of(
                "Task",
                Set.of("Resource", "Parameters", "HeartbeatSeconds", "TimeoutSeconds", "ResultPath", "Catch", "Next"),
                "Succeed",
                Set.of(),
                "Fail",
                Set.of("ErrorPath", "CausePath"));

        Machine {
            definition.path("States").properties().forEach(state -> check(state.getKey(), state.getValue()));
        }

        private static void check(String name, JsonNode state) {
            String type = state.path("Type").asText();
            Set<String> fields = state.properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(field -> !Set.of("Type", "Comment").contains(field))
                    .collect(Collectors.toSet());
            if (!fields.equals(FIELDS.get(type)) || (type.equals("Task") && !known(state))) {
                throw new IllegalArgumentException(
                        "the local AWS cannot run the state %s: %s %s".formatted(name, type, fields));
            }
        }

        private static boolean known(JsonNode task) {
            JsonNode handlers = task.path("Catch");
            return task.path("Resource").asText().endsWith(TASK)
                    && handlers.size() == 1
                    && handlers.at("/0/ErrorEquals").toString().equals(CATCH)
                    && handlers.path(0).has("ResultPath");
        }

        JsonNode state(String name) {
            return definition.path("States").path(name);
        }
    }

    /** What a task's work is done with. */
    record Work(Tasks tasks, EventBridge events) {}

    static StateMachineExecution of(String arn, Machine machine, JsonNode input, Work work) {
        return new StateMachineExecution(arn, machine, input, seconds(), new CompletableFuture<>(), work);
    }

    private static double seconds() {
        return Instant.now().toEpochMilli() / 1000.0;
    }

    void run() {
        enter(machine.definition().path("StartAt"), input);
    }

    private void enter(JsonNode name, JsonNode given) {
        JsonNode state = machine.state(name.asText());
        switch (state.path("Type").asText()) {
            case "Task" -> task(state, given);
            case "Succeed" -> outcome.complete(ExecutionResult.success(given));
            default ->
                outcome.complete(
                        ExecutionResult.failure(word(state, "ErrorPath", given), word(state, "CausePath", given)));
        }
    }

    private static String word(JsonNode state, String path, JsonNode given) {
        return new PayloadTemplate(given, given)
                .value(state.path(path).asText())
                .asText();
    }

    private void task(JsonNode state, JsonNode given) {
        CallbackTask task = work.tasks().issue();
        ObjectNode context = Json.object();
        context.putObject("Task").put("Token", task.token());
        try {
            put(new PayloadTemplate(given, context).fill(state.path("Parameters")));
            work.tasks().limit(task, state.path("TimeoutSeconds").asLong());
            work.tasks().expectBeats(task, state.path("HeartbeatSeconds").asLong());
        } catch (AwsException e) {
            task.end(ExecutionResult.failure(e.code(), e.getMessage()));
        }
        task.outcome().thenAccept(how -> {
            JsonNode output = how.output();
            JsonNode next = output == null ? state.path("Catch").path(0) : state;
            enter(next.path("Next"), with(given, next, output == null ? how.caught() : output));
        });
    }

    /** As AWS does it: the detail is an object, and the resources name the execution and its state machine. */
    private void put(JsonNode parameters) {
        for (JsonNode given : parameters.path("Entries")) {
            ObjectNode entry = given.deepCopy();
            entry.put("Detail", given.path("Detail").toString());
            entry.withArray("/Resources").add(arn).add(machine.arn());
            try {
                work.events().put(machine.region(), entry);
            } catch (AwsException e) {
                throw AwsException.badRequest("EventBridge.FailedEntry", e.getMessage());
            }
        }
    }

    /** A {@code ResultPath} names the field of the input that takes the result. */
    private static JsonNode with(JsonNode given, JsonNode state, JsonNode result) {
        ObjectNode both = given.deepCopy();
        return both.set(state.path("ResultPath").asText().substring("$.".length()), result);
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object()
                .put("executionArn", arn)
                .put("stateMachineArn", machine.arn())
                .put("name", arn.substring(arn.lastIndexOf(':') + 1))
                .put("startDate", startDate)
                .put("input", input.toString())
                .put("status", "RUNNING");
        if (outcome.isDone()) {
            ExecutionResult how = outcome.join();
            json.setAll(how.toJson());
            json.put("stopDate", seconds());
            JsonNode output = how.output();
            if (output != null) {
                json.put("output", output.toString());
            }
        }
        return json;
    }
}
