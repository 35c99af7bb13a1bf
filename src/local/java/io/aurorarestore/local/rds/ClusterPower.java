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
            Status.AVAILABLE,
            Status.STOPPING,
            Status.STOPPED,
            EventKind.CLUSTER_STOPPED,
            EventKind.INSTANCE_STOPPED);
    private static final Turn START = new Turn(
            "StartDBCluster",
            Status.STOPPED,
            Status.STARTING,
            Status.AVAILABLE,
            EventKind.CLUSTER_STARTED,
            EventKind.INSTANCE_STARTED);

    private final Site site;

    ClusterPower(Site site) {
        this.site = site;
    }

    Cluster stop(String idOrArn) {
        return turn(idOrArn, STOP, site.durations().stop(), site.data()::stop);
    }

    Cluster start(String idOrArn) {
        return turn(idOrArn, START, site.durations().start(), site.data()::start);
    }

    private Cluster turn(String idOrArn, Turn turn, Duration takes, Function<String, CompletionStage<Void>> data) {
        Cluster cluster = site.directory().cluster(idOrArn);
        if (!cluster.status().is(turn.from())) {
            throw Refusals.clusterState("DB cluster %s is in the %s state; it must be %s."
                    .formatted(cluster.id(), cluster.status(), turn.from()));
        }
        checkMembers(cluster, turn);
        become(cluster, turn.through());
        site.world()
                .start(new Task(
                        turn.operation(),
                        takes,
                        () -> cluster.served() ? data.apply(cluster.resourceId()) : Task.NO_DATA.get(),
                        turn.from(),
                        () -> turned(cluster, turn),
                        status -> become(cluster, status)));
        return cluster;
    }

    private static void checkMembers(Cluster cluster, Turn turn) {
        cluster.members().stream()
                .filter(one -> !one.status().is(turn.from()))
                .findFirst()
                .ifPresent(one -> {
                    throw Refusals.instanceState("DB instance %s is in the %s state; it must be %s."
                            .formatted(one.id(), one.status(), turn.from()));
                });
    }

    private void turned(Cluster cluster, Turn turn) {
        become(cluster, turn.to());
        cluster.members().forEach(instance -> site.say(turn.ofInstance(), instance));
        site.say(turn.ofCluster(), cluster);
    }

    private static void become(Cluster cluster, String status) {
        cluster.status().become(status);
        cluster.members().forEach(instance -> instance.status().become(status));
    }
}
