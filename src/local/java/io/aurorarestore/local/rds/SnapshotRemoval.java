package io.aurorarestore.local.rds;

/** Takes a snapshot away: at once from sight, and its volume when nothing uses it any more. */
record SnapshotRemoval(Site site) {

    void remove(Snapshot snapshot) {
        site.directory().remove(snapshot);
        snapshot.unused().thenCompose(idle -> site.data().delete(snapshot.arn().toString()));
    }
}
