package io.aurorarestore.local.lambda;

import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.stream.Stream;

/** A function with up to so many instances. The one used last is used first, so that few are started. */
public final class LambdaFunction implements AutoCloseable {

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
            slot.instance();
        }
    }

    /** Invokes the function once an instance is free. */
    public CompletableFuture<InvocationResult> invoke(byte[] payload) {
        return CompletableFuture.supplyAsync(() -> run(payload), threads);
    }

    private InvocationResult run(byte[] payload) {
        try {
            Slot slot = idle.takeFirst();
            try {
                return slot.instance().run(payload);
            } finally {
                idle.addFirst(slot);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return InvocationResult.error("Sandbox.Closed", "the local AWS is closing");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        slots.forEach(Slot::close);
    }

    /** A place for an instance; a dead one is replaced when it is next needed. */
    private final class Slot {

        private FunctionInstance instance;

        synchronized FunctionInstance instance() {
            if (instance == null || !instance.alive()) {
                close();
                instance = new FunctionInstance(settings, code);
            }
            return instance;
        }

        synchronized void close() {
            if (instance != null) {
                instance.close();
            }
        }
    }
}
