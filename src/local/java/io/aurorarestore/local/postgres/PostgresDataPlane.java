package io.aurorarestore.local.postgres;

import io.aurorarestore.local.rds.DataPlane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Clusters and snapshots as real PostgreSQL servers and their data folders. One server stands for all instances of a cluster,
 * so its certificate is for those that there were when it started.
 */
public final class PostgresDataPlane implements DataPlane, AutoCloseable {

    /** A snapshot's volume goes by its ARN. */
    private static final String SNAPSHOT = "arn:";

    private static final Duration VALIDITY = Duration.ofDays(365);

    private final Installation installation;
    private final Path folder;
    private final Path backups;
    private final Map<String, Volume> volumes = new ConcurrentHashMap<>();
    private final Endpoints endpoints;
    private final CertificateAuthority authority;
    private final Path work;
    private final ExecutorService threads = Executors.newFixedThreadPool(4, task -> {
        Thread thread = new Thread(task, "data-plane");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Begins without any volume; what an earlier run left in the folder is removed.
     *
     * @param work keeps PostgreSQL's programs and the data folders
     * @throws IOException in one line, where PostgreSQL cannot run on this machine
     */
    public PostgresDataPlane(Path work) throws IOException, InterruptedException {
        this.work = work;
        Path whole = work.toAbsolutePath();
        installation = Installation.in(whole);
        folder = whole.resolve("volumes");
        Orphans.stop(folder);
        backups = whole.resolve("backups");
        Folders.remove(folder);
        Folders.remove(backups);
        Folders.remove(whole.resolve("logs"));
        Files.createDirectories(folder);
        authority = new CertificateAuthority("Local RDS Root CA", validUntil());
        Files.writeString(authority(), ServerCertificate.pem(authority.certificate()));
        endpoints = new Endpoints(this::port, hosts());
    }

    private static Instant validUntil() {
        return Instant.now().plus(VALIDITY);
    }

    private OptionalInt port(String volume) {
        return Optional.ofNullable(volumes.get(volume)).map(Volume::port).orElse(OptionalInt.empty());
    }

    /** The PEM file of the authority that vouches for every server of this run. */
    public Path authority() {
        return work.resolve("rds-ca.pem");
    }

    /** A hosts file, by which the endpoints' names lead to this machine; it grows by each new name. */
    public Path hosts() {
        return work.resolve("hosts");
    }

    Installation installation() {
        return installation;
    }

    /** A volume beside all clusters and snapshots, that goes like them when all is closed. */
    Volume scratch(String id) {
        return volumes.computeIfAbsent(id, one -> new Volume(installation, at(one), Optional.empty()));
    }

    /** The folder of a volume that is to be, for its data to be laid down by others. */
    Path layDown(String id) {
        return at(id);
    }

    /** Lays a cluster's or a snapshot's data down, which are a copy of files that are kept. */
    void layDown(Path from, String volume) throws IOException {
        Folders.copy(from, at(volume), false);
        if (!volume.startsWith(SNAPSHOT)) {
            backup(volume).beginWithKept(from);
        }
    }

    @Override
    public CompletionStage<Void> snapshot(String clusterVolume, String snapshotVolume) {
        return run(() -> {
            volume(clusterVolume).copyTo(at(snapshotVolume));
            return volume(snapshotVolume);
        });
    }

    @Override
    public CompletionStage<Void> copy(String snapshotVolume, String toVolume) {
        return run(() -> {
            volume(snapshotVolume).copyTo(at(toVolume));
            if (!toVolume.startsWith(SNAPSHOT)) {
                backup(toVolume).beginWith(at(snapshotVolume));
            }
            return volume(toVolume);
        });
    }

    @Override
    public CompletionStage<Void> restore(String clusterVolume, Optional<Instant> at, String toVolume) {
        return run(() -> {
            volume(clusterVolume).restoreTo(at(toVolume), at);
            return volume(toVolume);
        });
    }

    @Override
    public CompletionStage<Void> retain(String clusterVolume) {
        return run(() -> {
            volume(clusterVolume).retain();
            return null;
        });
    }

    @Override
    public CompletionStage<Void> start(String clusterVolume, List<String> hosts) {
        return run(() -> {
            volume(clusterVolume).serve(authority.issue(hosts, validUntil()));
            return null;
        });
    }

    @Override
    public CompletionStage<Void> stop(String clusterVolume) {
        return run(() -> {
            volume(clusterVolume).stop(false);
            return null;
        });
    }

    @Override
    public CompletionStage<Void> restart(String clusterVolume) {
        return run(() -> {
            volume(clusterVolume).restart();
            return null;
        });
    }

    @Override
    public CompletionStage<Void> setPassword(String clusterVolume, String user, String password) {
        return run(() -> {
            volume(clusterVolume).setPassword(user, password);
            return null;
        });
    }

    @Override
    public CompletionStage<Void> delete(String volume) {
        return run(() -> {
            volume(volume).remove();
            return volumes.remove(volume);
        });
    }

    /** Many clusters are on one machine. */
    @Override
    public int port(String region, String clusterName, int wanted) {
        return port(region, clusterName);
    }

    public int port(String region, String clusterName) {
        return endpoints.port(region, clusterName);
    }

    @Override
    public void point(String region, String clusterName, String clusterVolume) {
        endpoints.point(region, clusterName, Optional.of(clusterVolume));
    }

    @Override
    public void unpoint(String region, String clusterName) {
        endpoints.point(region, clusterName, Optional.empty());
    }

    private Volume volume(String id) {
        return volumes.computeIfAbsent(id, one -> new Volume(installation, at(one), Optional.of(backup(one))));
    }

    private Backup backup(String id) {
        return new Backup(installation, backups.resolve(at(id).getFileName()), at(id));
    }

    private Path at(String id) {
        return folder.resolve(id.replaceAll("[^A-Za-z0-9-]", "_"));
    }

    private CompletionStage<Void> run(Callable<?> work) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        work.call();
                    } catch (Exception e) {
                        throw new CompletionException(e.getMessage(), e);
                    }
                },
                threads);
    }

    /** How many there are of clusters, snapshots, and whatever is made of them. */
    public int folders() {
        try (Stream<Path> all = Files.list(folder)) {
            return (int) all.filter(Files::isDirectory).count();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Stops every server and removes all data. */
    @Override
    public void close() {
        threads.shutdownNow();
        endpoints.close();
        volumes.values().parallelStream().forEach(Volume::close);
        try {
            Folders.remove(folder);
            Folders.remove(backups);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
