package io.aurorarestore.local.services.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.services.Aws;
import io.aurorarestore.local.services.events.EventBridge;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;

/** State machines and their executions. */
final class StateMachines {

    /** What an execution was started with. */
    record Started(StateMachine machine, String region, String name, JsonNode input, Instant at) {

        String arn() {
            return Aws.arn("states", region, "execution:" + machine.name() + ":" + name);
        }

        /** The context object, as far as paths into it are of use. */
        ObjectNode context(String state, String token) {
            ObjectNode context = Json.object();
            context.putObject("Execution").put("Id", arn()).put("Name", name).set("Input", input);
            context.putObject("StateMachine").put("Id", machine.arn()).put("Name", machine.name());
            context.putObject("State").put("Name", state);
            context.putObject("Task").put("Token", token);
            return context;
        }

        ObjectNode toJson() {
            return Json.object()
                    .put("executionArn", arn())
                    .put("stateMachineArn", machine.arn())
                    .put("name", name)
                    .put("startDate", seconds(at))
                    .put("input", input.toString());
        }

        double seconds(Instant time) {
            return time.toEpochMilli() / 1000.0;
        }
    }

    private final Map<String, StateMachine> machines = new ConcurrentSkipListMap<>();
    private final Map<String, Execution> executions = new ConcurrentSkipListMap<>();
    private final Tasks tasks;
    private final EventBridge events;

    StateMachines(Tasks tasks, EventBridge events) {
        this.tasks = tasks;
        this.events = events;
    }

    void add(StateMachine machine) {
        machines.put(machine.arn(), machine);
    }

    JsonNode list(String region, ObjectNode input) {
        ObjectNode answer = Json.object();
        var list = answer.putArray("stateMachines");
        machines.values().forEach(machine -> list.add(machine.toJson()));
        return answer;
    }

    JsonNode start(String region, ObjectNode input) {
        String arn = input.path("stateMachineArn").asText();
        StateMachine machine = machines.get(arn);
        if (machine == null) {
            throw AwsException.badRequest("StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'");
        }
        String name = input.path("name").asText(UUID.randomUUID().toString());
        ObjectNode given = Json.readObject(input.path("input").asText("{}"))
                .orElseThrow(() -> AwsException.badRequest(
                        "InvalidExecutionInput", "Invalid State Machine Execution Input: it is no JSON object"));
        Execution execution = begun(new Started(machine, region, name, given, Instant.now()));
        return execution.started().toJson().retain("executionArn", "startDate");
    }

    /** The same name with the same input is the same execution while it runs. */
    private Execution begun(Started started) {
        Execution fresh = new Execution(started, tasks, events);
        Execution before = executions.putIfAbsent(started.arn(), fresh);
        if (before == null) {
            fresh.run();
            return fresh;
        }
        if (before.outcome().isDone() || !before.started().input().equals(started.input())) {
            throw AwsException.badRequest(
                    "ExecutionAlreadyExists", "Execution Already Exists: '" + started.arn() + "'");
        }
        return before;
    }

    JsonNode describe(String region, ObjectNode input) {
        String arn = input.path("executionArn").asText();
        Execution execution = executions.get(arn);
        if (execution == null) {
            throw AwsException.badRequest("ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'");
        }
        return execution.toJson();
    }
}
