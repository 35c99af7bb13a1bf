package io.aurorarestore.local.services.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.LocalCall;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.time.ServiceTime;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The tasks that wait for their tokens to come back. Their times pass as fast as the timeline lets them. {@code POST
 * /_local/tasks} begins one without a state machine and answers its token, {@code GET /_local/tasks} and {@code
 * /_local/tasks/{token or id}} show what became of them.
 */
final class Tasks {

    private static final String FORM = "AQC";
    private static final String TIMEOUT = "States.Timeout";
    private static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";

    private final Map<String, CallbackTask> byToken = new ConcurrentSkipListMap<>();
    private final AtomicInteger issued = new AtomicInteger();
    private final ServiceTime timeline;

    Tasks(ServiceTime timeline) {
        this.timeline = timeline;
    }

    void on(LocalEndpoint endpoint) {
        endpoint.route("POST", "/_local/tasks", this::begin);
        endpoint.route("GET", "/_local/tasks", call -> Json.object().set("tasks", Json.tree(all().toList())));
        endpoint.route("GET", "/_local/tasks/{task}", this::one);
    }

    private JsonNode begin(LocalCall call) {
        JsonNode seconds = call.body().path("heartbeatSeconds");
        if (!seconds.isMissingNode() && (!seconds.isInt() || seconds.intValue() < 1)) {
            throw new IllegalArgumentException("heartbeatSeconds must be a whole number from 1 on");
        }
        CallbackTask task = issue();
        if (seconds.isInt()) {
            expectBeats(task, seconds.intValue());
        }
        return Json.object().put("id", task.id()).put("taskToken", task.token());
    }

    private JsonNode one(LocalCall call) {
        String wanted = call.variables().get("task");
        return all().filter(
                        task -> Set.of(task.path("id"), task.path("taskToken")).contains(TextNode.valueOf(wanted)))
                .findFirst()
                .orElseThrow(() -> new AwsException(404, "TaskDoesNotExist", "There is no task " + wanted));
    }

    private Stream<JsonNode> all() {
        return byToken.values().stream().map(CallbackTask::toJson);
    }

    /** Longer than a number on purpose: AWS's tokens are hundreds of characters. */
    CallbackTask issue() {
        String random = (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");
        CallbackTask task = new CallbackTask("task-" + issued.incrementAndGet(), FORM + random.repeat(5));
        byToken.put(task.token(), task);
        return task;
    }

    /** Ends it where it has not ended by then. */
    void limit(CallbackTask task, long seconds) {
        timeline.after(Duration.ofSeconds(seconds), () -> task.end(ExecutionResult.timeout(TIMEOUT)));
    }

    /** Ends it where for so long nothing was heard of it. */
    void expectBeats(CallbackTask task, long seconds) {
        int heard = task.heartbeats();
        timeline.after(Duration.ofSeconds(seconds), () -> {
            if (task.heartbeats() == heard) {
                task.end(ExecutionResult.timeout(HEARTBEAT_TIMEOUT));
            } else if (!task.outcome().isDone()) {
                expectBeats(task, seconds);
            }
        });
    }

    /** @throws AwsException {@code InvalidToken} if it is none, {@code TaskDoesNotExist} if it is nobody's */
    CallbackTask of(String token) {
        if (!token.startsWith(FORM)) {
            throw AwsException.badRequest("InvalidToken", "Invalid Token: 'Invalid token'");
        }
        CallbackTask task = byToken.get(token);
        if (task == null) {
            throw AwsException.badRequest("TaskDoesNotExist", "Task does not exist");
        }
        return task;
    }
}
