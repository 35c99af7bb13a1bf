package io.aurorarestore.local.lambda;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process of a function. Works on one invocation at a time; once it has died it is of no more use. */
final class FunctionInstance implements AutoCloseable {

    /** A cold start counts against its own limit, not the invocation's. */
    private static final Duration INIT = Duration.ofSeconds(60);

    private final FunctionSettings settings;
    private final RuntimeApi api;
    private final Process process;
    private final CompletableFuture<InvocationResult> death = new CompletableFuture<>();
    private volatile boolean closed;

    FunctionInstance(FunctionSettings settings, FunctionPackage code) {
        this.settings = settings;
        try {
            api = new RuntimeApi(settings.arn());
            process = start(code);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start function " + settings.name(), e);
        }
        api.initError().thenAccept(error -> death.complete(InvocationResult.error("Runtime.InitError", quoted(error))));
        process.onExit().thenAccept(this::ended);
    }

    private void ended(Process dead) {
        boolean unexpected = death.complete(InvocationResult.error(
                "Runtime.ExitError",
                "RequestId: unknown Error: Runtime exited with error: exit status " + dead.exitValue()));
        if (unexpected && !closed) {
            System.err.println("A process of " + settings.name() + " ended with status " + dead.exitValue() + "; see "
                    + settings.log());
        }
    }

    private Process start(FunctionPackage code) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(code.command(settings.handler()))
                .directory(code.folder().toFile())
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(Redirect.appendTo(settings.log().toFile()));
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.putAll(settings.environment());
        environment.put("LAMBDA_TASK_ROOT", code.folder().toString());
        environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
        return builder.start();
    }

    boolean alive() {
        return process.isAlive() && !death.isDone();
    }

    InvocationResult run(byte[] payload) throws InterruptedException {
        CompletableFuture<InvocationResult> result = new CompletableFuture<>();
        death.thenAccept(result::complete);
        CompletableFuture<InvocationResult> handed = new CompletableFuture<>();
        Work work = new Work(UUID.randomUUID().toString(), payload, settings.timeout(), result);
        Thread handing = Daemons.named("hand").newThread(() -> hand(work, handed));
        handing.start();
        try {
            await(CompletableFuture.anyOf(handed, death), INIT);
            return await(result, settings.timeout());
        } finally {
            handing.interrupt();
        }
    }

    private void hand(Work work, CompletableFuture<InvocationResult> handed) {
        try {
            api.hand(work);
            handed.complete(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T await(CompletableFuture<T> future, Duration limit) throws InterruptedException {
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            death.complete(InvocationResult.error(
                    "Sandbox.Timedout", "Task timed out after " + limit.toSeconds() + " seconds"));
            return future.getNow(null);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String quoted(String json) {
        return json.replaceAll("[^A-Za-z0-9 .,:;_()-]", " ");
    }

    @Override
    public void close() {
        closed = true;
        process.destroyForcibly();
        api.close();
    }
}
