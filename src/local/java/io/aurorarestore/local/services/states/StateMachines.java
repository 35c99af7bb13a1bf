package io.aurorarestore.local.services.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.services.Aws;
import io.aurorarestore.local.services.states.StateMachineExecution.Machine;
import io.aurorarestore.local.services.states.StateMachineExecution.Work;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;

/** State machines and their executions. */
record StateMachines(Work work, Map<String, Machine> machines, Map<String, StateMachineExecution> executions) {

    StateMachines(Work work) {
        this(work, new ConcurrentSkipListMap<>(), new ConcurrentSkipListMap<>());
    }

    void add(Machine machine) {
        machines.put(machine.arn(), machine);
    }

    JsonNode start(String region, ObjectNode input) {
        String arn = input.path("stateMachineArn").asText();
        Machine machine = known(machines, arn, "StateMachineDoesNotExist", "State Machine Does Not Exist");
        String name = input.path("name").asText(UUID.randomUUID().toString());
        ObjectNode given = Json.readObject(input.path("input").asText("{}"))
                .orElseThrow(() -> AwsException.badRequest(
                        "InvalidExecutionInput", "Invalid State Machine Execution Input: it is no JSON object"));
        String execution = Aws.arn("states", region, "execution:" + machine.name() + ":" + name);
        return begun(StateMachineExecution.of(execution, machine, given, work))
                .toJson()
                .retain("executionArn", "startDate");
    }

    /** The same name with the same input is the same execution while it runs. */
    private StateMachineExecution begun(StateMachineExecution fresh) {
        StateMachineExecution before = executions.putIfAbsent(fresh.arn(), fresh);
        if (before == null) {
            fresh.run();
            return fresh;
        }
        if (before.outcome().isDone() || !before.input().equals(fresh.input())) {
            throw AwsException.badRequest("ExecutionAlreadyExists", "Execution Already Exists: '" + fresh.arn() + "'");
        }
        return before;
    }

    JsonNode describe(String region, ObjectNode input) {
        String arn = input.path("executionArn").asText();
        return known(executions, arn, "ExecutionDoesNotExist", "Execution Does Not Exist")
                .toJson();
    }

    private static <T> T known(Map<String, T> all, String arn, String code, String otherwise) {
        T known = all.get(arn);
        if (known == null) {
            throw AwsException.badRequest(code, otherwise + ": '" + arn + "'");
        }
        return known;
    }
}
