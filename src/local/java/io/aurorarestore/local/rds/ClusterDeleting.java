package io.aurorarestore.local.rds;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Deletes clusters: when the time is over, the last instance gone and the final snapshot, if one is asked for, taken.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html">Deleting</a>
 */
final class ClusterDeleting {

    private static final String OPERATION = "DeleteDBCluster";
    private static final Set<String> BUSY = Set.of(
            ResourceStatus.CREATING,
            ResourceStatus.DELETING,
            ResourceStatus.RENAMING,
            ResourceStatus.RESETTING,
            ResourceStatus.STOPPING,
            ResourceStatus.STOPPED,
            ResourceStatus.STARTING);

    private final RegionState site;
    private final Set<ClusterState> waiting = new HashSet<>();

    ClusterDeleting(RegionState site) {
        this.site = site;
    }

    ClusterState delete(ClusterDeleteRequest request) {
        ClusterState cluster = site.directory().cluster(request.cluster());
        checkSnapshotChoice(request);
        checkDeletable(cluster);
        CompletionStage<Void> saved = save(cluster, request);
        cluster.status().become(ResourceStatus.DELETING);
        site.world()
                .start(new PendingWork(
                        OPERATION,
                        site.durations().deleteCluster(),
                        () -> saved,
                        ResourceStatus.AVAILABLE,
                        () -> leave(cluster, request.deleteAutomatedBackups()),
                        status -> cluster.status().become(status)));
        return cluster;
    }

    /** An instance of the cluster is gone: perhaps it was what the cluster's deletion waited for. */
    void instanceGone(ClusterState cluster) {
        if (waiting.contains(cluster) && cluster.members().isEmpty()) {
            waiting.remove(cluster);
            wipe(cluster);
        }
    }

    private CompletionStage<Void> save(ClusterState cluster, ClusterDeleteRequest request) {
        if (request.skipFinalSnapshot()) {
            return CompletableFuture.completedStage(null);
        }
        return new SnapshotTaking(site)
                .take(new CreateSnapshot(request.finalSnapshot(), cluster.id(), Map.of()))
                .completion();
    }

    private void leave(ClusterState cluster, boolean withBackups) {
        if (withBackups) {
            site.directory().snapshots().stream()
                    .filter(one -> one.type().equals(SnapshotState.AUTOMATED))
                    .filter(one -> one.origin().resourceId().equals(cluster.resourceId()))
                    .forEach(one -> new SnapshotRemoval(site).remove(one));
        }
        if (!withBackups) {
            site.directory().retain(new ClusterBackup(site.view(cluster), true));
        }
        waiting.add(cluster);
        instanceGone(cluster);
    }

    private void wipe(ClusterState cluster) {
        site.data().unpoint(site.region(), cluster.id());
        var wiped = isRetained(cluster)
                ? site.data().retain(cluster.resourceId())
                : site.data().delete(cluster.resourceId());
        site.world()
                .start(new PendingWork(
                        "DeleteDBCluster: its volume",
                        Duration.ZERO,
                        () -> wiped,
                        ResourceStatus.FAILED,
                        () -> gone(cluster),
                        status -> cluster.status().become(status)));
    }

    private boolean isRetained(ClusterState cluster) {
        return site.directory().retained().stream()
                .anyMatch(one -> one.cluster().resourceId().equals(cluster.resourceId()));
    }

    private void gone(ClusterState cluster) {
        new ManagedPasswords(site).forget(cluster);
        site.directory().remove(cluster);
        site.say(EventKind.CLUSTER_DELETED, cluster);
    }

    private static void checkSnapshotChoice(ClusterDeleteRequest request) {
        if (request.skipFinalSnapshot() && request.finalSnapshot() != null) {
            throw RdsError.invalidCombination(
                    "FinalDBSnapshotIdentifier can not be specified when SkipFinalSnapshot is specified.");
        }
        if (!request.skipFinalSnapshot() && request.finalSnapshot() == null) {
            throw RdsError.invalidCombination(
                    "FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified.");
        }
    }

    private static void checkDeletable(ClusterState cluster) {
        if (cluster.settings().deletionProtection()) {
            throw RdsError.invalidCombination(
                    "Cannot delete protected Cluster, please disable deletion protection and try again.");
        }
        if (cluster.attached().globalCluster() != null) {
            throw RdsRefusals.clusterState(
                    "This cluster is a part of a global cluster, please remove it from globalcluster first");
        }
        if (!cluster.members().stream().allMatch(one -> one.status().is(ResourceStatus.DELETING))) {
            throw RdsRefusals.clusterState(
                    "Cluster cannot be deleted, it still contains DB instances in non-deleting state.");
        }
        if (BUSY.contains(cluster.status().actual())) {
            throw RdsRefusals.clusterState(
                    "DB cluster %s cannot be deleted with status %s.".formatted(cluster.id(), cluster.status()));
        }
    }
}
