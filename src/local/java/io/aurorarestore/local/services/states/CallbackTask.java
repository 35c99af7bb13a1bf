package io.aurorarestore.local.services.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import java.util.concurrent.CompletableFuture;

/** Work somebody else does, who holds its token. It ends once: the first to say so wins. */
final class CallbackTask {

    private final String id;
    private final String token;
    private final CompletableFuture<ExecutionResult> outcome = new CompletableFuture<>();
    private volatile int heartbeats;

    CallbackTask(String id, String token) {
        this.id = id;
        this.token = token;
    }

    String id() {
        return id;
    }

    String token() {
        return token;
    }

    /** Done when it has ended; never fails. */
    CompletableFuture<ExecutionResult> outcome() {
        return outcome;
    }

    int heartbeats() {
        return heartbeats;
    }

    /** @return false if it has ended already */
    synchronized boolean beat() {
        if (outcome.isDone()) {
            return false;
        }
        heartbeats++;
        return true;
    }

    /** @return false if it has ended already */
    boolean end(ExecutionResult how) {
        return outcome.complete(how);
    }

    JsonNode toJson() {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("taskToken", token)
                .put("heartbeats", heartbeats)
                .put("status", "RUNNING");
        return outcome.isDone() ? json.setAll(outcome.join().toJson()) : json;
    }
}
