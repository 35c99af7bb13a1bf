package io.aurorarestore.local;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Closes what was opened, all side by side, since nothing of it needs another part to end. */
final class ParallelClose implements AutoCloseable {

    private final Queue<AutoCloseable> open = new ConcurrentLinkedQueue<>();

    <T extends AutoCloseable> T opened(T resource) {
        open.add(resource);
        return resource;
    }

    @Override
    public void close() {
        open.parallelStream().forEach(ParallelClose::quietly);
        open.clear();
    }

    private static void quietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            System.err.println("while closing: " + e);
        }
    }
}
