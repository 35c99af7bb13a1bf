package io.aurorarestore.local.rds;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Stops clusters with their instances, and starts them.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-cluster-stop-start.html">Stopping and
 *     starting</a>
 */
final class ClusterPower {

    private record Turn(
            String operation, String from, String through, String to, EventKind ofCluster, EventKind ofInstance) {}

    private static final Turn STOP = new Turn(
            "StopDBCluster",
            ResourceStatus.AVAILABLE,
            ResourceStatus.STOPPING,
            ResourceStatus.STOPPED,
            EventKind.CLUSTER_STOPPED,
            EventKind.INSTANCE_STOPPED);
    private static final Turn START = new Turn(
            "StartDBCluster",
            ResourceStatus.STOPPED,
            ResourceStatus.STARTING,
            ResourceStatus.AVAILABLE,
            EventKind.CLUSTER_STARTED,
            EventKind.INSTANCE_STARTED);

    private final RegionState site;

    ClusterPower(RegionState site) {
        this.site = site;
    }

    /** A member of a global database cannot be stopped, but started. */
    ClusterState stop(String idOrArn) {
        ClusterState cluster = site.directory().cluster(idOrArn);
        if (cluster.attached().globalCluster() != null) {
            throw RdsRefusals.clusterState(
                    "DB cluster %s is a member of a global cluster and cannot be stopped.".formatted(cluster.id()));
        }
        return schedule(
                idOrArn, STOP, site.durations().stop(), stopped -> site.data().stop(stopped.resourceId()));
    }

    ClusterState start(String idOrArn) {
        return schedule(idOrArn, START, site.durations().start(), site::serve);
    }

    private ClusterState schedule(
            String idOrArn, Turn turn, Duration takes, Function<ClusterState, CompletionStage<Void>> data) {
        ClusterState cluster = site.directory().cluster(idOrArn);
        if (!cluster.status().is(turn.from())) {
            throw RdsRefusals.clusterState("DB cluster %s is in the %s state; it must be %s."
                    .formatted(cluster.id(), cluster.status(), turn.from()));
        }
        checkMembers(cluster, turn);
        become(cluster, turn.through());
        site.world()
                .start(new PendingWork(
                        turn.operation(),
                        takes,
                        () -> cluster.served() ? data.apply(cluster) : PendingWork.NO_DATA.get(),
                        turn.from(),
                        () -> turned(cluster, turn),
                        status -> become(cluster, status)));
        return cluster;
    }

    private static void checkMembers(ClusterState cluster, Turn turn) {
        cluster.members().stream()
                .filter(one -> !one.status().is(turn.from()))
                .findFirst()
                .ifPresent(one -> {
                    throw RdsRefusals.instanceState("DB instance %s is in the %s state; it must be %s."
                            .formatted(one.id(), one.status(), turn.from()));
                });
    }

    private void turned(ClusterState cluster, Turn turn) {
        become(cluster, turn.to());
        cluster.members().forEach(instance -> site.say(turn.ofInstance(), instance));
        site.say(turn.ofCluster(), cluster);
    }

    private static void become(ClusterState cluster, String status) {
        cluster.status().become(status);
        cluster.members().forEach(instance -> instance.status().become(status));
    }
}
