package io.aurorarestore.local.rds;

/** Names for new manual snapshots. */
final class SnapshotNames {

    private SnapshotNames() {}

    /** The ARN of a new snapshot, if its name is valid and free and the region has room for one more. */
    static Arn free(Site site, String parameter, String name) {
        String id = Identifiers.snapshot(parameter, name);
        if (site.directory().findSnapshot(id).isPresent()) {
            throw Refusals.snapshotExists(id);
        }
        int most = site.quotas().manualSnapshots();
        if (site.directory().snapshots().stream().filter(Snapshot::ownedManual).count() >= most) {
            throw Refusals.snapshotQuota("Cannot create more than %d manual snapshots".formatted(most));
        }
        return site.arn("cluster-snapshot", id);
    }
}
