package io.aurorarestore.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.aurorarestore.local.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Tells the processes of a {@link FakeFunction} what to do. What an invocation does is the test's to say. */
final class Director implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(Daemons.named("director"));
    private final BlockingQueue<Invoked> invocations = new LinkedBlockingQueue<>();
    private final List<Long> starts = new CopyOnWriteArrayList<>();
    private volatile String init = "go on";

    Director() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/init", this::started);
        server.createContext("/invocation", this::invoked);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** From now on, processes that start do this first. */
    void atInit(String told) {
        init = told;
    }

    /** The processes that started so far. */
    List<Long> starts() {
        return starts;
    }

    /** Waits for the next invocation. */
    Invoked next() throws InterruptedException {
        Invoked next = invocations.poll(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(next).as("an invocation within %s", Eventually.PATIENCE).isNotNull();
        return next;
    }

    boolean nobodyWaits() {
        return invocations.isEmpty();
    }

    private void started(HttpExchange exchange) throws IOException {
        starts.add(pid(exchange));
        Invoked.send(exchange, init);
    }

    private void invoked(HttpExchange exchange) throws IOException {
        String event = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        invocations.add(new Invoked(pid(exchange), event, exchange));
    }

    private static long pid(HttpExchange exchange) {
        return Long.parseLong(exchange.getRequestHeaders().getFirst("Pid"));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
