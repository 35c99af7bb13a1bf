package io.aurorarestore.local.services.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.aurorarestore.local.Eventually;
import io.aurorarestore.local.front.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Somebody's web server, to which SNS posts. */
final class WebServer implements AutoCloseable {

    /** One post. */
    record Post(Headers headers, String body) {

        String header(String name) {
            return headers.getFirst(name);
        }

        JsonNode json() {
            return Json.read(body);
        }
    }

    private final BlockingQueue<Post> posts = new LinkedBlockingQueue<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    WebServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook";
    }

    /** What the next posts are answered; then it is 200 again. */
    void answer(int... statuses) {
        for (int status : statuses) {
            answers.add(status);
        }
    }

    Post next() throws InterruptedException {
        Post post = posts.poll(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (post == null) {
            throw new AssertionError("nothing was posted");
        }
        return post;
    }

    boolean hasMore() {
        return !posts.isEmpty();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Integer status = answers.poll();
            exchange.sendResponseHeaders(status == null ? 200 : status, -1);
            posts.add(new Post(exchange.getRequestHeaders(), body));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
