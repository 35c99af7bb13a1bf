package io.aurorarestore.model.settings;

import java.util.Optional;

/**
 * A restore that a profile wants whenever a cluster has a new automated snapshot.
 *
 * @param cluster the cluster whose snapshots count
 * @param region its region; empty for any
 * @param target what is restored from each
 * @param from what is taken for it: the snapshot only tells that it is time, if it is another
 */
public record SnapshotTrigger(
        String cluster, Optional<String> region, String target, ReplaceMode replace, TakenFrom from) {

    /** Whether a new snapshot of this cluster is meant. */
    public boolean wants(String snapshotOf, String in) {
        return cluster.equals(snapshotOf) && region.map(in::equals).orElse(true);
    }
}
