package io.aurorarestore.local.rds;

import io.aurorarestore.local.front.EventSink;
import io.aurorarestore.local.time.ServiceTime;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the regions share: one account, one lock around the whole model, and time. Events, and what a data plane
 * completes later, pass through the timeline, so nothing foreign runs under the lock but the data plane's own calls.
 */
record RdsAccount(
        String account,
        ServiceTime timeline,
        DataPlane data,
        ManagedSecrets secrets,
        EventSink sink,
        Ids ids,
        RdsOptions options,
        ReentrantLock lock,
        Map<String, ResourceIndex> directories,
        Faults faults) {

    private static final Logger LOG = System.getLogger(RdsAccount.class.getName());

    RdsAccount(
            String account,
            ServiceTime timeline,
            DataPlane data,
            ManagedSecrets secrets,
            EventSink sink,
            Ids ids,
            RdsOptions options) {
        this(
                account,
                timeline,
                data,
                secrets,
                sink,
                ids,
                options,
                new ReentrantLock(),
                new ConcurrentHashMap<>(),
                new Faults());
    }

    Instant now() {
        return timeline.now();
    }

    ResourceIndex directory(String region) {
        return directories.computeIfAbsent(region, name -> new ResourceIndex(name, account));
    }

    /** Clusters of all regions that belong to something. */
    Stream<ClusterState> related() {
        return directories.values().stream().flatMap(ResourceIndex::related);
    }

    /** Descriptions of those of them that are such. */
    Stream<DbCluster> views(Predicate<ClusterState> such) {
        return directories.values().stream()
                .flatMap(one -> one.related().filter(such).map(cluster -> cluster.view(one.region(), this)));
    }

    /** Runs an operation of the API, as faults on request let it. */
    <T> T call(String operation, Supplier<T> body) {
        return locked(() -> faults.around(operation, body));
    }

    <T> T locked(Supplier<T> body) {
        lock.lock();
        try {
            return body.get();
        } finally {
            lock.unlock();
        }
    }

    void after(Duration delay, Runnable action) {
        timeline.after(
                delay,
                () -> locked(() -> {
                    action.run();
                    return null;
                }));
    }

    void emit(String region, EmittedEvent event) {
        var envelope = Envelope.of(ids.uuid(), account, region, event);
        timeline.after(Duration.ZERO, () -> sink.emit(envelope));
    }

    void start(PendingWork task) {
        var doom = faults.doomed(task.operation());
        after(task.takes(), () -> doom.ifPresentOrElse(task.failed(), () -> await(task)));
    }

    private void await(PendingWork task) {
        CompletableFuture<Void> data = task.data().get().toCompletableFuture();
        if (data.isDone()) {
            settle(task, data);
        } else {
            data.whenComplete((done, problem) -> after(Duration.ZERO, () -> settle(task, data)));
        }
    }

    private static void settle(PendingWork task, CompletableFuture<Void> data) {
        try {
            data.join();
        } catch (RuntimeException problem) {
            LOG.log(Level.WARNING, task.operation() + ": the data plane failed", problem);
            task.failed().accept(task.failure());
            return;
        }
        task.done().run();
    }
}
