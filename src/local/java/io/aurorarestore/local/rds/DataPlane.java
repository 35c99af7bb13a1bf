package io.aurorarestore.local.rds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Where a simulated cluster's data lives: real PostgreSQL servers in the local AWS, nothing but provenance in the
 * scenario tests.
 *
 * <p>A volume is named by an immutable id (a cluster's {@code DbClusterResourceId}, a snapshot's ARN): a rename never
 * touches it. Endpoints belong to a cluster <em>name</em> in a region.
 */
public interface DataPlane {

    /** Takes a physical copy of a cluster's volume as a snapshot's. */
    CompletionStage<Void> snapshot(String clusterVolume, String snapshotVolume);

    /** Copies a snapshot's volume to another snapshot's, or lays it down as a new cluster's (not yet reachable). */
    CompletionStage<Void> copy(String snapshotVolume, String toVolume);

    /**
     * Lays a cluster's data of a moment down as a new cluster's; of a deleted cluster what was retained.
     *
     * @param at empty for all that is there
     */
    CompletionStage<Void> restore(String clusterVolume, Optional<Instant> at, String toVolume);

    /**
     * Starts serving a cluster's volume: its first instance is available, or the cluster was started again. Does nothing
     * if it already serves.
     *
     * @param hosts the endpoints by their present names: the certificate is for them until the volume is stopped and
     *     started, whatever they are renamed to
     */
    CompletionStage<Void> start(String clusterVolume, List<String> hosts);

    /** Stops serving: its last instance is gone. */
    CompletionStage<Void> stop(String clusterVolume);

    /** Restarts the server with the certificate it has, ending every session: an instance was rebooted. */
    CompletionStage<Void> restart(String clusterVolume);

    /** Changes the master user's password for real. */
    CompletionStage<Void> setPassword(String clusterVolume, String user, String password);

    /** Removes a cluster's volume, but not what {@link #restore} needs of it. */
    CompletionStage<Void> retain(String clusterVolume);

    /** Removes a volume; its server is stopped first. */
    CompletionStage<Void> delete(String volume);

    /**
     * The port that a cluster name is shown with: the wanted one, or where servers are real the one on this machine,
     * always the same for a name, whether or not anything serves there.
     */
    int port(String region, String clusterName, int wanted);

    /** Points a cluster name's endpoint at a volume: creation, rename. Open sessions through the old name end. */
    void point(String region, String clusterName, String clusterVolume);

    /** Takes a cluster name's endpoint away: deletion, the old name of a rename. Its sessions end. */
    void unpoint(String region, String clusterName);
}
