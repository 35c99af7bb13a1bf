package io.aurorarestore.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process of a function. Works on one invocation at a time; once it has died it is of no more use. */
final class FunctionInstance implements AutoCloseable {

    private final FunctionSettings settings;
    private final RuntimeApi api;
    private final Process process;
    private final CompletableFuture<Process> exit;
    private final CompletableFuture<Optional<String>> started;
    private boolean served;
    private volatile boolean killed;

    /** @throws UncheckedIOException if there is no way to start the process */
    FunctionInstance(FunctionSettings settings, FunctionPackage code) {
        this.settings = settings;
        try {
            api = new RuntimeApi(settings.arn());
            process = start(code);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start function " + settings.name() + ": " + e.getMessage(), e);
        }
        exit = process.onExit();
        started = CompletableFuture.anyOf(api.asked(), exit, api.initError())
                .completeOnTimeout(null, settings.init().toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(any -> hasStarted() ? Optional.empty() : Optional.of(whyNotStarted()));
    }

    /** Completes once it is known: empty if it has started, else why not. */
    CompletableFuture<Optional<String>> started() {
        return started;
    }

    boolean hasStarted() {
        return api.asked().isDone();
    }

    private String whyNotStarted() {
        if (api.initError().isDone()) {
            return new InvocationResult(true, api.initError().join()).error();
        }
        return process.isAlive()
                ? "it has asked for no invocation within " + settings.init().toSeconds() + " s"
                : "it exited with " + process.exitValue();
    }

    private Process start(FunctionPackage code) throws IOException {
        try {
            return code.start(settings, api.address());
        } catch (IOException e) {
            api.close();
            throw e;
        }
    }

    boolean alive() {
        return !killed && process.isAlive() && !api.initError().isDone();
    }

    /** @return empty if the process has ended between two invocations: another instance can take this one */
    Optional<InvocationResult> run(FunctionInvocation invocation) throws InterruptedException {
        Work work = new Work(invocation, settings.timeout());
        api.hand(work);
        boolean inTime = within(settings.init(), work.taken(), exit, api.initError());
        if (work.taken().isDone()) {
            served = true;
            return Optional.of(resultOf(work));
        }
        kill();
        return served ? Optional.empty() : Optional.of(notStarted(work, inTime));
    }

    private InvocationResult resultOf(Work work) throws InterruptedException {
        boolean inTime = within(settings.timeout(), work.result(), exit);
        if (!work.result().isDone()) {
            kill();
            work.result().complete(inTime ? died(work) : late(work, "Task timed out", settings.timeout()));
        }
        return work.result().join();
    }

    private InvocationResult notStarted(Work work, boolean inTime) {
        if (api.initError().isDone()) {
            return new InvocationResult(true, api.initError().join());
        }
        return inTime
                ? work.failed("Runtime.ExitError", "Runtime exited before it asked for an invocation: " + exitStatus())
                : late(work, "Init timed out", settings.init());
    }

    private InvocationResult died(Work work) {
        return work.failed("Runtime.ExitError", "Runtime exited: " + exitStatus());
    }

    private InvocationResult late(Work work, String what, Duration limit) {
        return work.failed(
                "Sandbox.Timedout",
                String.format(Locale.ROOT, "%s after %.2f seconds", what, limit.toMillis() / 1000.0));
    }

    private String exitStatus() {
        return "exit status " + process.exitValue() + ", its output is in " + settings.log();
    }

    private static boolean within(Duration limit, CompletableFuture<?>... any) throws InterruptedException {
        try {
            CompletableFuture.anyOf(any).get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void kill() {
        killed = true;
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        api.close();
    }
}
