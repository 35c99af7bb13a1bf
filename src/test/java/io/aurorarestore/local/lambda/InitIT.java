package io.aurorarestore.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.aurorarestore.local.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged function up to where it asks for its first invocation, which is where SnapStart takes its picture. */
class InitIT {

    private static final Duration PATIENCE = Eventually.PATIENCE;

    private final Queue<String> calls = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> asked = new CompletableFuture<>();

    @TempDir
    Path folder;

    private HttpServer runtime;
    private HttpServer aws;

    @BeforeEach
    void listen() throws IOException {
        runtime = server();
        runtime.createContext("/2018-06-01/runtime/invocation/next", exchange -> asked.complete(null));
        aws = server();
        aws.createContext("/", exchange -> calls.add(exchange.getRequestURI().toString()));
    }

    private static HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        return server;
    }

    @AfterEach
    void end() {
        runtime.stop(0);
        aws.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inbox", "database", "api", "sweep"})
    void a_function_that_has_started_has_called_nobody_and_read_no_secret(String handler) throws Exception {
        Path log = folder.resolve("log");
        FunctionPackage code = FunctionPackage.unpack(
                Path.of(System.getProperty("local.function", "target/function.zip")), folder.resolve("function"));
        Process process = code.start(settings(handler, log), address(runtime));
        try {
            CompletableFuture.anyOf(asked, process.onExit()).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(process.isAlive()).as(() -> read(log)).isTrue();
            assertThat(calls).isEmpty();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private FunctionSettings settings(String handler, Path log) {
        String quarkus = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";
        Duration timeout = Duration.ofSeconds(60);
        return new FunctionSettings(
                handler, Stage.ARN, quarkus, false, timeout, LoneFunction.environment(handler, address(aws)), log);
    }

    private static String address(HttpServer server) {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "no log";
        }
    }
}
