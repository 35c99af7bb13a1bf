package io.aurorarestore.local.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The Lambda Runtime API of one instance of a function.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
final class RuntimeApi implements AutoCloseable {

    private static final String ROOT = "/2018-06-01/runtime/";
    private static final Set<String> RESULTS = Set.of("response", "error");
    private static final byte[] OK = "{\"status\":\"OK\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] INVALID_ID = "{\"errorType\":\"InvalidRequestID\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] FAILED_TO_START =
            "{\"errorType\":\"InvalidStateTransition\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOT_FOUND = "{\"errorType\":\"NotFound\"}".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(Daemons.named("runtime-api"));
    private final BlockingQueue<Work> next = new LinkedBlockingQueue<>();
    private final AtomicReference<Work> current = new AtomicReference<>();
    private final CompletableFuture<byte[]> initError = new CompletableFuture<>();
    private final CompletableFuture<Void> asked = new CompletableFuture<>();
    private final String functionArn;

    RuntimeApi(String functionArn) throws IOException {
        this.functionArn = functionArn;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(ROOT + "invocation/", this::invocation);
        server.createContext(ROOT + "init/error", this::initFailed);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Completes with the runtime's words if the function cannot start. */
    CompletableFuture<byte[]> initError() {
        return initError;
    }

    /** Completes when the function has asked for an invocation: it has started. */
    CompletableFuture<Void> asked() {
        return asked;
    }

    /** The function gets it when it asks for one. */
    void hand(Work work) {
        next.add(work);
    }

    private void invocation(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring((ROOT + "invocation/").length());
        try (exchange) {
            if (path.equals("next")) {
                give(exchange);
            } else {
                take(exchange, path);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Who has said that it cannot start gets nothing more to do, as Lambda ends such a process. */
    private void give(HttpExchange exchange) throws IOException, InterruptedException {
        if (initError.isDone()) {
            answer(exchange, 403, FAILED_TO_START);
            return;
        }
        asked.complete(null);
        Work work = next.take();
        current.set(work);
        work.taken().complete(null);
        exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", work.requestId());
        exchange.getResponseHeaders().set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline(work)));
        exchange.getResponseHeaders().set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
        exchange.getResponseHeaders()
                .set("Lambda-Runtime-Trace-Id", work.invocation().traceHeader());
        answer(exchange, 200, work.invocation().payload());
    }

    private static long deadline(Work work) {
        return Instant.now().plus(work.timeout()).toEpochMilli();
    }

    /** The result counts before its sender hears so: it may end at once. */
    private void take(HttpExchange exchange, String path) throws IOException {
        String[] parts = path.split("/");
        byte[] body = exchange.getRequestBody().readAllBytes();
        Work work = current.get();
        if (work == null || parts.length != 2 || !parts[0].equals(work.requestId())) {
            answer(exchange, 400, INVALID_ID);
        } else if (!RESULTS.contains(parts[1])) {
            answer(exchange, 404, NOT_FOUND);
        } else {
            current.set(null);
            work.result().complete(new InvocationResult(parts[1].equals("error"), body));
            answer(exchange, 202, OK);
        }
    }

    private void initFailed(HttpExchange exchange) throws IOException {
        try (exchange) {
            initError.complete(exchange.getRequestBody().readAllBytes());
            answer(exchange, 202, OK);
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
