package io.aurorarestore.local.rds;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A data plane without data: it remembers where each volume's data came from, whom its master password lets in, and
 * where endpoints point. Everything is done at once.
 */
public final class EmptyDataPlane implements DataPlane {

    private final Map<String, String> origins = new HashMap<>();
    private final Map<String, String> passwords = new HashMap<>();
    private final Map<String, String> endpoints = new HashMap<>();
    private final Set<String> serving = new HashSet<>();
    private final Set<String> deleted = new HashSet<>();
    private String failing = "";
    private String holding = "";
    private Runnable held = () -> {};

    /** The volume that a volume's data was first in: a copy's source, and its source's source, to the end. */
    public synchronized String origin(String volume) {
        return origins.getOrDefault(volume, volume);
    }

    public synchronized Optional<String> password(String clusterVolume) {
        return Optional.ofNullable(passwords.get(clusterVolume));
    }

    public synchronized boolean serves(String clusterVolume) {
        return serving.contains(clusterVolume);
    }

    public synchronized boolean isDeleted(String volume) {
        return deleted.contains(volume);
    }

    /** The volume that answers at a cluster name's endpoint, if one does. */
    public synchronized Optional<String> answering(String region, String clusterName) {
        return Optional.ofNullable(endpoints.get(at(region, clusterName))).filter(serving::contains);
    }

    /** The next call of this method of the data plane fails, for instance {@code copy}. */
    public synchronized void failNext(String method) {
        failing = method;
    }

    /** The next call of this method is done when it is let go only. */
    public synchronized void holdNext(String method) {
        holding = method;
    }

    public void letGo() {
        held.run();
    }

    @Override
    public CompletionStage<Void> snapshot(String clusterVolume, String snapshotVolume) {
        return done("snapshot", () -> copied(clusterVolume, snapshotVolume));
    }

    @Override
    public CompletionStage<Void> copy(String snapshotVolume, String toVolume) {
        return done("copy", () -> copied(snapshotVolume, toVolume));
    }

    @Override
    public CompletionStage<Void> restore(String clusterVolume, Optional<Instant> at, String toVolume) {
        return done("restore", () -> copied(clusterVolume, toVolume));
    }

    @Override
    public CompletionStage<Void> retain(String clusterVolume) {
        return delete(clusterVolume);
    }

    @Override
    public CompletionStage<Void> start(String clusterVolume, List<String> hosts) {
        return done("start", () -> serving.add(clusterVolume));
    }

    @Override
    public CompletionStage<Void> stop(String clusterVolume) {
        return done("stop", () -> serving.remove(clusterVolume));
    }

    @Override
    public CompletionStage<Void> restart(String clusterVolume) {
        return done("restart", () -> {});
    }

    @Override
    public CompletionStage<Void> setPassword(String clusterVolume, String user, String password) {
        return done("setPassword", () -> passwords.put(clusterVolume, password));
    }

    @Override
    public CompletionStage<Void> delete(String volume) {
        return done("delete", () -> {
            serving.remove(volume);
            deleted.add(volume);
        });
    }

    @Override
    public int port(String region, String clusterName, int wanted) {
        return wanted;
    }

    @Override
    public synchronized void point(String region, String clusterName, String clusterVolume) {
        endpoints.put(at(region, clusterName), clusterVolume);
    }

    @Override
    public synchronized void unpoint(String region, String clusterName) {
        endpoints.remove(at(region, clusterName));
    }

    private void copied(String from, String to) {
        origins.put(to, origin(from));
        if (passwords.containsKey(from)) {
            passwords.put(to, passwords.get(from));
        }
        deleted.remove(to);
    }

    private synchronized CompletionStage<Void> done(String method, Runnable change) {
        if (failing.equals(method)) {
            failing = "";
            return CompletableFuture.failedStage(new IllegalStateException("The data plane was asked to fail"));
        }
        if (holding.equals(method)) {
            holding = "";
            return hold(change);
        }
        change.run();
        return CompletableFuture.completedStage(null);
    }

    private CompletionStage<Void> hold(Runnable change) {
        CompletableFuture<Void> work = new CompletableFuture<>();
        held = () -> {
            change.run();
            work.complete(null);
        };
        return work;
    }

    private static String at(String region, String clusterName) {
        return region + "/" + clusterName;
    }
}
