package io.aurorarestore.local.rds;

import java.util.concurrent.CompletionStage;

/**
 * Takes a snapshot away: at once from sight, and its volume when nothing uses it any more. A new snapshot of that name
 * waits for this with its data.
 */
record SnapshotRemoval(RegionState site) {

    void remove(SnapshotState snapshot) {
        site.directory().remove(snapshot);
        CompletionStage<Void> gone = snapshot.unused()
                .thenCompose(idle -> site.data().delete(snapshot.arn().toString()));
        site.directory().leaving(snapshot.arn(), gone.exceptionally(left -> null));
    }
}
