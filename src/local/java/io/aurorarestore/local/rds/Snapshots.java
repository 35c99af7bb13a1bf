package io.aurorarestore.local.rds;

import java.util.Set;

/**
 * The cluster snapshots of a region. All throw {@link RdsError}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CopyDBClusterSnapshot.html">The API</a>
 */
public final class Snapshots {

    private static final Set<String> DELETABLE =
            Set.of(ResourceStatus.AVAILABLE, ResourceStatus.COPYING, ResourceStatus.FAILED);

    private final RegionState site;
    private final SnapshotTaking taking;
    private final SnapshotCopying copying;

    Snapshots(RegionState site) {
        this.site = site;
        this.taking = new SnapshotTaking(site);
        this.copying = new SnapshotCopying(site);
    }

    public Page<DbSnapshot> describe(DescribeSnapshots query) {
        return site.world().call("DescribeDBClusterSnapshots", () -> new SnapshotSearch(site, query).page());
    }

    /** Takes a snapshot; it is described as {@code creating} first. */
    public DbSnapshot create(CreateSnapshot request) {
        return site.world()
                .call("CreateDBClusterSnapshot", () -> taking.take(request).view());
    }

    /** Has RDS take an automated snapshot now, as it does by itself once a day. */
    public DbSnapshot takeAutomated(String cluster) {
        return site.world().locked(() -> taking.takeAutomated(cluster).view());
    }

    /** Copies into this region; the copy is described as {@code copying} first, and no event tells when it is done. */
    public DbSnapshot copy(SnapshotCopy request) {
        return site.world()
                .call("CopyDBClusterSnapshot", () -> copying.copy(request).view());
    }

    /** Deletes an owned manual snapshot at once; one that is being copied to is given up. */
    public DbSnapshot delete(String idOrArn) {
        return site.world().call("DeleteDBClusterSnapshot", () -> {
            SnapshotState snapshot = site.directory().snapshot(idOrArn);
            checkDeletable(snapshot);
            new SnapshotRemoval(site).remove(snapshot);
            return snapshot.view();
        });
    }

    private static void checkDeletable(SnapshotState snapshot) {
        if (!snapshot.ownedManual()) {
            throw RdsRefusals.snapshotState("Only manual snapshots of this account may be deleted.");
        }
        if (!DELETABLE.contains(snapshot.status().actual())) {
            throw RdsRefusals.snapshotState(
                    "Cannot delete the snapshot because it is currently in the %s state.".formatted(snapshot.status()));
        }
    }
}
