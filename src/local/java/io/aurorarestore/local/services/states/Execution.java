package io.aurorarestore.local.services.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.services.events.EventBridge;
import io.aurorarestore.local.services.states.StateMachines.Started;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** One run of a state machine, from state to state; between them it only waits for tokens. */
final class Execution {

    private final Started started;
    private final Tasks tasks;
    private final EventBridge events;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    Execution(Started started, Tasks tasks, EventBridge events) {
        this.started = started;
        this.tasks = tasks;
        this.events = events;
    }

    Started started() {
        return started;
    }

    /** Done when it has ended; never fails. */
    CompletableFuture<Outcome> outcome() {
        return outcome;
    }

    void run() {
        enter(started.machine().first(), started.input());
    }

    private void enter(String name, JsonNode input) {
        JsonNode state = started.machine().state(name);
        switch (state.path("Type").asText()) {
            case "Task" -> task(name, state, input);
            case "Succeed" -> outcome.complete(Outcome.success(input));
            default -> outcome.complete(failure(state, input));
        }
    }

    private void task(String name, JsonNode state, JsonNode input) {
        Task task = tasks.issue();
        try {
            put(new PayloadTemplate(input, started.context(name, task.token())).fill(state.path("Parameters")));
            limit(task, state);
        } catch (StatesError e) {
            task.end(e.outcome());
        } catch (AwsException e) {
            task.end(Outcome.failure("EventBridge.FailedEntry", e.getMessage()));
        }
        task.outcome().thenAccept(how -> leave(state, input, how));
    }

    /** As AWS does it: the detail is an object, and the resources name the execution and its state machine. */
    private void put(JsonNode parameters) {
        for (JsonNode given : parameters.path("Entries")) {
            ObjectNode entry = given.deepCopy();
            entry.put("Detail", given.path("Detail").toString());
            entry.withArray("/Resources")
                    .add(started.arn())
                    .add(started.machine().arn());
            events.put(started.region(), entry);
        }
    }

    private void limit(Task task, JsonNode state) {
        if (state.has("TimeoutSeconds")) {
            tasks.limit(task, Duration.ofSeconds(state.path("TimeoutSeconds").asLong()));
        }
        if (state.has("HeartbeatSeconds")) {
            tasks.expectBeats(
                    task, Duration.ofSeconds(state.path("HeartbeatSeconds").asLong()));
        }
    }

    private void leave(JsonNode state, JsonNode input, Outcome how) {
        JsonNode output = how.output();
        if (output != null) {
            enter(state.path("Next").asText(), with(input, state, output));
            return;
        }
        for (JsonNode handler : state.path("Catch")) {
            if (catches(handler, how)) {
                enter(handler.path("Next").asText(), with(input, handler, how.caught()));
                return;
            }
        }
        outcome.complete(how);
    }

    private static boolean catches(JsonNode handler, Outcome how) {
        for (JsonNode error : handler.path("ErrorEquals")) {
            if (error.asText().equals("States.ALL") || error.asText().equals(how.error())) {
                return true;
            }
        }
        return false;
    }

    /** A {@code ResultPath} names the field of the input that takes the result; without one the result is all. */
    private static JsonNode with(JsonNode input, JsonNode state, JsonNode result) {
        if (!state.has("ResultPath")) {
            return result;
        }
        ObjectNode both = input.deepCopy();
        return both.set(state.path("ResultPath").asText().substring("$.".length()), result);
    }

    private Outcome failure(JsonNode state, JsonNode input) {
        return Outcome.failure(word(state, "Error", input), word(state, "Cause", input));
    }

    private static String word(JsonNode state, String name, JsonNode input) {
        String path = state.path(name + "Path").asText("");
        return path.isEmpty()
                ? state.path(name).asText(null)
                : new PayloadTemplate(input, input).value(path).asText();
    }

    ObjectNode toJson() {
        ObjectNode json = started.toJson().put("status", "RUNNING");
        if (outcome.isDone()) {
            Outcome how = outcome.join();
            json.setAll(how.toJson());
            json.put("stopDate", started.seconds(Instant.now()));
            JsonNode output = how.output();
            if (output != null) {
                json.put("output", output.toString());
            }
        }
        return json;
    }
}
