package io.aurorarestore.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.PortTakenException;
import io.aurorarestore.local.front.SendingPage;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * API Gateway's HTTP API: hands every request to a function, and what it answers back. At its root, where the product has no
 * route, it shows the dashboard. A browser on this machine can post to it from any site, and nobody signs here: what a page of
 * another site asks to change is refused.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">Payload
 *     2.0</a>
 */
public final class HttpApi implements AutoCloseable {

    private static final int LARGEST = 10 * 1024 * 1024;

    private final HttpServer server;
    private final boolean iam;
    private final ExecutorService threads = Executors.newCachedThreadPool(Daemons.named("http-api"));
    private volatile @Nullable LambdaFunction function;
    private volatile @Nullable DashboardPage page;

    /** @param iam whether what is not signed is refused */
    public HttpApi(int port, String option, boolean iam) throws IOException {
        this.iam = iam;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (BindException e) {
            throw new PortTakenException(port, option, e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** The function of the default route. */
    public void serve(LambdaFunction other) {
        function = other;
    }

    /**
     * The page of a dashboard, at the root.
     *
     * @param actions what its buttons call, if they call anything
     */
    public void show(LambdaFunction widget, Optional<LambdaFunction> actions) {
        page = new DashboardPage(widget, actions, !iam);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            DashboardPage shown = page;
            if (shown != null && "/".equals(exchange.getRequestURI().getPath())) {
                shown.answer(exchange);
                return;
            }
            if (SendingPage.changesFromElsewhere(exchange)) {
                answer(exchange, 403, "Forbidden");
                return;
            }
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
            Optional<String> caller = HttpEvents.accessKey(exchange);
            LambdaFunction asked = function;
            if (asked == null) {
                answer(exchange, 404, "Not Found");
            } else if (iam && caller.isEmpty()) {
                answer(exchange, 403, "Forbidden");
            } else if (body.length > LARGEST) {
                answer(exchange, 413, "Request Too Long");
            } else {
                invoke(asked, exchange, HttpEvents.of(exchange, body, caller));
            }
        }
    }

    private void invoke(LambdaFunction asked, HttpExchange exchange, JsonNode event) throws IOException {
        try {
            InvocationResult result = asked.invoke(event.toString().getBytes(StandardCharsets.UTF_8))
                    .get();
            if (result.failed()) {
                answer(exchange, 500, "Internal Server Error");
            } else {
                pass(exchange, Json.read(new String(result.payload(), StandardCharsets.UTF_8)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            answer(exchange, 500, "Internal Server Error");
        }
    }

    private static void pass(HttpExchange exchange, JsonNode answer) throws IOException {
        answer.path("headers")
                .properties()
                .forEach(header -> exchange.getResponseHeaders()
                        .set(header.getKey(), header.getValue().asText()));
        write(
                exchange,
                answer.path("statusCode").asInt(200),
                answer.path("body").asText(""));
    }

    static void answer(HttpExchange exchange, int status, String message) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        write(exchange, status, Json.object().put("message", message).toString());
    }

    static void write(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
