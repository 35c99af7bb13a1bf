package io.aurorarestore.local.rds;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Stops clusters with their instances, and starts them. */
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

    ClusterState stop(String idOrArn) {
        return schedule(
                idOrArn, STOP, site.durations().stop(), cluster -> site.data().stop(cluster.resourceId()));
    }

    ClusterState start(String idOrArn) {
        return schedule(idOrArn, START, site.durations().start(), site::serve);
    }

    private ClusterState schedule(
            String idOrArn, Turn schedule, Duration takes, Function<ClusterState, CompletionStage<Void>> data) {
        ClusterState cluster = site.directory().cluster(idOrArn);
        if (!cluster.status().is(schedule.from())) {
            throw RdsRefusals.clusterState("DB cluster %s is in the %s state; it must be %s."
                    .formatted(cluster.id(), cluster.status(), schedule.from()));
        }
        checkMembers(cluster, schedule);
        become(cluster, schedule.through());
        site.world()
                .start(new PendingWork(
                        schedule.operation(),
                        takes,
                        () -> cluster.served() ? data.apply(cluster) : PendingWork.NO_DATA.get(),
                        schedule.from(),
                        () -> turned(cluster, schedule),
                        status -> become(cluster, status)));
        return cluster;
    }

    private static void checkMembers(ClusterState cluster, Turn schedule) {
        cluster.members().stream()
                .filter(one -> !one.status().is(schedule.from()))
                .findFirst()
                .ifPresent(one -> {
                    throw RdsRefusals.instanceState("DB instance %s is in the %s state; it must be %s."
                            .formatted(one.id(), one.status(), schedule.from()));
                });
    }

    private void turned(ClusterState cluster, Turn schedule) {
        become(cluster, schedule.to());
        cluster.members().forEach(instance -> site.say(schedule.ofInstance(), instance));
        site.say(schedule.ofCluster(), cluster);
    }

    private static void become(ClusterState cluster, String status) {
        cluster.status().become(status);
        cluster.members().forEach(instance -> instance.status().become(status));
    }
}
