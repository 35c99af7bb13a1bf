package io.aurorarestore.local.lambda;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A function with up to so many instances. The one used last is used first, so that few are started. */
public final class LambdaFunction implements AutoCloseable {

    private static final InvocationResult CLOSED = InvocationResult.error("Sandbox.Closed", "the local AWS is closing");

    private final FunctionSettings settings;
    private final FunctionPackage code;
    private final List<Slot> slots;
    private final BlockingDeque<Slot> idle;
    private final ExecutorService threads;
    private final Consumer<String> notices;
    private volatile boolean starts = true;

    /** @param notices hears, a line at a time, what goes wrong; that the function cannot start it hears once */
    public LambdaFunction(FunctionSettings settings, FunctionPackage code, int concurrency, Consumer<String> notices) {
        this.notices = notices;
        this.settings = settings;
        this.code = code;
        this.threads = Executors.newCachedThreadPool(Daemons.named(settings.name()));
        this.slots = Stream.generate(Slot::new).limit(concurrency).toList();
        this.idle = new LinkedBlockingDeque<>(slots);
    }

    public FunctionSettings settings() {
        return settings;
    }

    /**
     * Starts an instance ahead of its first invocation.
     *
     * @return completes once it has started, or has failed to
     */
    public CompletableFuture<Void> warm() {
        Slot slot = idle.peekFirst();
        return slot == null ? CompletableFuture.completedFuture(null) : slot.warm();
    }

    /** Whether its last instance to start did, or still may. */
    public boolean starts() {
        return starts;
    }

    private synchronized void started(Optional<String> whyNot) {
        if (whyNot.isPresent() && starts && !threads.isShutdown()) {
            notices.accept("Function " + settings.name() + " cannot start: " + whyNot.get() + ". Its log is "
                    + settings.log());
        }
        starts = whyNot.isEmpty();
    }

    /** Invokes the function once an instance is free. What goes wrong is a failed result, never an exception. */
    public CompletableFuture<InvocationResult> invoke(byte[] payload) {
        return invoke(new FunctionInvocation(payload, 0));
    }

    CompletableFuture<InvocationResult> invoke(FunctionInvocation invocation) {
        try {
            return CompletableFuture.supplyAsync(() -> run(invocation), threads);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(CLOSED);
        }
    }

    private InvocationResult run(FunctionInvocation invocation) {
        try {
            InvocationResult result = runInSlot(invocation);
            if (result.failed() && starts && !threads.isShutdown()) {
                notices.accept("Function " + settings.name() + " failed: " + result.error());
            }
            return result;
        } catch (CancellationException e) {
            return CLOSED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CLOSED;
        }
    }

    private InvocationResult runInSlot(FunctionInvocation invocation) throws InterruptedException {
        Slot slot = idle.takeFirst();
        try {
            return slot.run(invocation);
        } catch (UncheckedIOException e) {
            return InvocationResult.error("Runtime.InvalidEntrypoint", e.getMessage());
        } finally {
            idle.addFirst(slot);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        slots.forEach(Slot::close);
    }

    /** A place for an instance; a dead one is replaced when it is next needed. */
    private final class Slot {

        private @Nullable FunctionInstance instance;
        private boolean closed;

        CompletableFuture<Void> warm() {
            try {
                return instance().started().thenAccept(whyNot -> {});
            } catch (UncheckedIOException | CancellationException e) {
                return CompletableFuture.completedFuture(null);
            }
        }

        InvocationResult run(FunctionInvocation invocation) throws InterruptedException {
            Optional<InvocationResult> result = Optional.empty();
            while (result.isEmpty()) {
                FunctionInstance now = instance();
                result = now.run(invocation);
                if (!now.hasStarted()) {
                    started(now.started().join());
                }
            }
            return result.get();
        }

        private synchronized FunctionInstance instance() {
            if (closed) {
                throw new CancellationException("function " + settings.name() + " is closed");
            }
            if (instance == null || !instance.alive()) {
                end();
                instance = start();
            }
            return instance;
        }

        private FunctionInstance start() {
            try {
                FunctionInstance fresh = new FunctionInstance(settings, code);
                fresh.started().thenAccept(LambdaFunction.this::started);
                return fresh;
            } catch (UncheckedIOException e) {
                started(Optional.of(String.valueOf(e.getMessage())));
                throw e;
            }
        }

        synchronized void close() {
            closed = true;
            end();
        }

        private void end() {
            if (instance != null) {
                instance.close();
            }
        }
    }
}
