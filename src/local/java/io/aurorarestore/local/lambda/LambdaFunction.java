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

    public LambdaFunction(FunctionSettings settings, FunctionPackage code, int concurrency) {
        this.settings = settings;
        this.code = code;
        this.threads = Executors.newCachedThreadPool(Daemons.named(settings.name()));
        this.slots = Stream.generate(Slot::new).limit(concurrency).toList();
        this.idle = new LinkedBlockingDeque<>(slots);
    }

    public FunctionSettings settings() {
        return settings;
    }

    /** Starts an instance ahead of its first invocation. */
    public void warm() {
        Slot slot = idle.peekFirst();
        if (slot != null) {
            slot.warm();
        }
    }

    /** Invokes the function once an instance is free. What goes wrong is a failed result, never an exception. */
    public CompletableFuture<InvocationResult> invoke(byte[] payload) {
        return invoke(new Invocation(payload, 0));
    }

    CompletableFuture<InvocationResult> invoke(Invocation invocation) {
        try {
            return CompletableFuture.supplyAsync(() -> run(invocation), threads);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(CLOSED);
        }
    }

    private InvocationResult run(Invocation invocation) {
        try {
            InvocationResult result = runInSlot(invocation);
            if (result.failed()) {
                System.err.println("function " + settings.name() + ": " + result.text());
            }
            return result;
        } catch (CancellationException e) {
            return CLOSED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CLOSED;
        }
    }

    private InvocationResult runInSlot(Invocation invocation) throws InterruptedException {
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

        void warm() {
            try {
                instance();
            } catch (UncheckedIOException | CancellationException e) {
                System.err.println(e.getMessage());
            }
        }

        InvocationResult run(Invocation invocation) throws InterruptedException {
            Optional<InvocationResult> result = Optional.empty();
            while (result.isEmpty()) {
                result = instance().run(invocation);
            }
            return result.get();
        }

        private synchronized FunctionInstance instance() {
            if (closed) {
                throw new CancellationException("function " + settings.name() + " is closed");
            }
            if (instance == null || !instance.alive()) {
                end();
                instance = new FunctionInstance(settings, code);
            }
            return instance;
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
