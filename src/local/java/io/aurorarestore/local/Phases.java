package io.aurorarestore.local;

import io.aurorarestore.local.lambda.Daemons;
import io.aurorarestore.local.view.Screen;
import io.aurorarestore.local.view.Section;
import io.aurorarestore.local.view.StepLine;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says what the start is at, and how long each part of it takes. */
final class Phases implements AutoCloseable {

    private final Screen screen;
    private final Map<String, StepLine> phases = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(Daemons.named("start"));
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Daemons.named("phases"));

    Phases(Screen screen) {
        this.screen = screen;
        timer.scheduleWithFixedDelay(this::show, 200, 200, TimeUnit.MILLISECONDS);
    }

    /** A phase that was over before this program began. */
    void past(String name, Instant began) {
        put(StepLine.begun(name, began).over("done", "", Instant.now()));
    }

    /** Begins a phase beside all others. It has failed if it throws, or if what it answers is {@code false}. */
    <T> CompletableFuture<T> begin(String name, Callable<T> work) {
        StepLine phase = StepLine.begun(name, Instant.now());
        put(phase);
        return CompletableFuture.supplyAsync(() -> run(phase, work), threads);
    }

    private <T> T run(StepLine phase, Callable<T> work) {
        try {
            T made = work.call();
            put(phase.over(Boolean.FALSE.equals(made) ? "failed" : "done", "", Instant.now()));
            return made;
        } catch (Exception e) {
            put(phase.over("failed", "", Instant.now()));
            throw new CompletionException(e);
        }
    }

    private synchronized void put(StepLine phase) {
        phases.put(phase.step(), phase);
        show();
    }

    private synchronized void show() {
        if (!timer.isShutdown()) {
            screen.show(List.of(section()), Instant.now());
        }
    }

    private Section section() {
        return new Section("Starting the local AWS:", List.copyOf(phases.values()));
    }

    /** The start is over, well or not. */
    synchronized void end(String text) {
        close();
        screen.end(section(), text, Instant.now());
    }

    @Override
    public synchronized void close() {
        timer.shutdownNow();
    }
}
