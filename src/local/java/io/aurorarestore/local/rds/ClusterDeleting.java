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
            Status.CREATING,
            Status.DELETING,
            Status.RENAMING,
            Status.RESETTING,
            Status.STOPPING,
            Status.STOPPED,
            Status.STARTING);

    private final Site site;
    private final Set<Cluster> waiting = new HashSet<>();

    ClusterDeleting(Site site) {
        this.site = site;
    }

    Cluster delete(DeleteCluster request) {
        Cluster cluster = site.directory().cluster(request.cluster());
        checkSnapshotChoice(request);
        checkDeletable(cluster);
        CompletionStage<Void> saved = save(cluster, request);
        cluster.status().become(Status.DELETING);
        site.world()
                .start(new Task(
                        OPERATION,
                        site.durations().deleteCluster(),
                        () -> saved,
                        Status.AVAILABLE,
                        () -> leave(cluster, request.deleteAutomatedBackups()),
                        status -> cluster.status().become(status)));
        return cluster;
    }

    /** An instance of the cluster is gone: perhaps it was what the cluster's deletion waited for. */
    void instanceGone(Cluster cluster) {
        if (waiting.contains(cluster) && cluster.members().isEmpty()) {
            waiting.remove(cluster);
            wipe(cluster);
        }
    }

    private CompletionStage<Void> save(Cluster cluster, DeleteCluster request) {
        if (request.skipFinalSnapshot()) {
            return CompletableFuture.completedStage(null);
        }
        return new SnapshotTaking(site)
                .take(new CreateSnapshot(request.finalSnapshot(), cluster.id(), Map.of()))
                .completion();
    }

    private void leave(Cluster cluster, boolean withBackups) {
        if (withBackups) {
            site.directory().snapshots().stream()
                    .filter(one -> one.type().equals(Snapshot.AUTOMATED))
                    .filter(one -> one.origin().resourceId().equals(cluster.resourceId()))
                    .forEach(one -> new SnapshotRemoval(site).remove(one));
        }
        waiting.add(cluster);
        instanceGone(cluster);
    }

    private void wipe(Cluster cluster) {
        site.data().unpoint(site.region(), cluster.id());
        var wiped = site.data().delete(cluster.resourceId());
        site.world()
                .start(new Task(
                        "DeleteDBCluster: its volume",
                        Duration.ZERO,
                        () -> wiped,
                        Status.FAILED,
                        () -> gone(cluster),
                        status -> cluster.status().become(status)));
    }

    private void gone(Cluster cluster) {
        new ManagedPasswords(site).forget(cluster);
        site.directory().remove(cluster);
        site.say(EventKind.CLUSTER_DELETED, cluster);
    }

    private static void checkSnapshotChoice(DeleteCluster request) {
        if (request.skipFinalSnapshot() && request.finalSnapshot() != null) {
            throw RdsError.invalidCombination(
                    "FinalDBSnapshotIdentifier can not be specified when SkipFinalSnapshot is specified.");
        }
        if (!request.skipFinalSnapshot() && request.finalSnapshot() == null) {
            throw RdsError.invalidCombination(
                    "FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified.");
        }
    }

    private static void checkDeletable(Cluster cluster) {
        if (cluster.settings().deletionProtection()) {
            throw RdsError.invalidCombination(
                    "Cannot delete protected Cluster, please disable deletion protection and try again.");
        }
        if (cluster.attached().globalCluster() != null) {
            throw Refusals.clusterState(
                    "This cluster is a part of a global cluster, please remove it from globalcluster first");
        }
        if (!cluster.members().stream().allMatch(one -> one.status().is(Status.DELETING))) {
            throw Refusals.clusterState(
                    "Cluster cannot be deleted, it still contains DB instances in non-deleting state.");
        }
        if (BUSY.contains(cluster.status().actual())) {
            throw Refusals.clusterState(
                    "DB cluster %s cannot be deleted with status %s.".formatted(cluster.id(), cluster.status()));
        }
    }
}
