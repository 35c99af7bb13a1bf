package io.aurorarestore.local.services.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.LocalCall;
import io.aurorarestore.local.front.LocalEndpoint;
import java.time.Duration;

/**
 * Tasks without a state machine: {@code POST /_local/tasks} begins one and answers its token, {@code GET
 * /_local/tasks} and {@code /_local/tasks/{token or id}} show what became of them.
 */
record TaskRoutes(Tasks tasks) {

    static void on(LocalEndpoint endpoint, Tasks tasks) {
        TaskRoutes routes = new TaskRoutes(tasks);
        endpoint.route("POST", "/_local/tasks", routes::begin);
        endpoint.route("GET", "/_local/tasks", routes::all);
        endpoint.route("GET", "/_local/tasks/{task}", routes::one);
    }

    private JsonNode begin(LocalCall call) {
        JsonNode seconds = call.body().path("heartbeatSeconds");
        if (!seconds.isMissingNode() && (!seconds.isInt() || seconds.intValue() < 1)) {
            throw new IllegalArgumentException("heartbeatSeconds must be a whole number from 1 on");
        }
        Task task = tasks.issue();
        if (seconds.isInt()) {
            tasks.expectBeats(task, Duration.ofSeconds(seconds.intValue()));
        }
        return Json.object().put("id", task.id()).put("taskToken", task.token());
    }

    private JsonNode all(LocalCall call) {
        ObjectNode answer = Json.object();
        var list = answer.putArray("tasks");
        tasks.all().forEach(task -> list.add(task.toJson()));
        return answer;
    }

    private JsonNode one(LocalCall call) {
        String wanted = call.variables().get("task");
        return tasks.all().stream()
                .filter(task -> task.token().equals(wanted) || task.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new AwsException(404, "TaskDoesNotExist", "There is no task " + wanted))
                .toJson();
    }
}
