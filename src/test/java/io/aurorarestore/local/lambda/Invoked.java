package io.aurorarestore.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.aurorarestore.local.Eventually;
import io.aurorarestore.local.front.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A process of a {@link FakeFunction} that has been invoked and waits to be told what to do. */
record Invoked(long pid, String event, HttpExchange exchange) {

    void respond(String payload) {
        tell("respond\n" + payload);
    }

    void reportError(String payload) {
        tell("report error\n" + payload);
    }

    /** Any verb of {@link FakeFunction}. */
    void tell(String told) {
        try {
            send(exchange, told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String header(String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    /** The messages, if the event is SQS's. */
    JsonNode records() {
        return Json.read(event).path("Records");
    }

    List<String> bodies() {
        return records().findValuesAsText("body");
    }

    String idOf(String body) {
        return records().get(bodies().indexOf(body)).path("messageId").asText();
    }

    void assertDies() throws Exception {
        assertDies(pid);
    }

    static void assertDies(long pid) throws Exception {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().onExit().get(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    static void send(HttpExchange exchange, String told) throws IOException {
        byte[] body = told.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
