package io.aurorarestore.simulation;

import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.NewInstance;
import io.aurorarestore.local.rds.RdsError;
import io.aurorarestore.local.rds.RdsRegion;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.restore.Restore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What people and AWS do to the clusters that a restore works on. */
final class ClusterActs {

    private static final Duration PASSES = Duration.ofMinutes(12);
    private static final Duration STANDS = Duration.ofMinutes(50);
    /** How Auto Scaling names the readers that it adds. */
    static final String SCALED = "application-autoscaling-";

    static final List<String> PASSING = List.of("backing-up", "modifying", "maintenance", "failing-over");

    private final SimulatedWorld world;
    private final RdsRegion rds;

    ClusterActs(SimulatedWorld world) {
        this.world = world;
        this.rds = world.home.rds();
    }

    void addInstance(Restore restore) {
        some(restore).ifPresent(cluster -> {
            boolean scaled = world.others.of(0.5);
            String name = world.number(scaled ? SCALED : "somebodys-");
            world.note(() -> "instance " + name + " is added to " + cluster.id());
            tried(() -> rds.instances().create(NewInstance.of(name, cluster.id(), Map.of())));
            if (world.others.of(0.3)) {
                world.time.after(
                        world.others.upTo(STANDS),
                        () -> tried(() -> rds.instances().delete(name)));
            }
        });
    }

    void protect(Restore restore) {
        some(restore).ifPresent(this::protect);
    }

    void protect(DbCluster cluster) {
        if (!cluster.settings().deletionProtection()) {
            world.note(() -> "somebody protects " + cluster.id());
            rds.seed().of(cluster.id()).deletionProtection(true);
            world.precautions.protects(cluster.resourceId());
        }
    }

    /** And some start it again. */
    void stop(Restore restore) {
        stop(List.of(restore.target(), restore.names().setAside()));
    }

    private void stop(List<String> names) {
        some(names)
                .ifPresent(cluster -> tried(() -> {
                    rds.clusters().stop(cluster.id());
                    world.note(() -> "somebody stops " + cluster.id());
                    world.precautions.stops(cluster.resourceId());
                    if (world.others.of(0.6)) {
                        world.time.after(world.others.upTo(STANDS), () -> start(cluster));
                    }
                }));
    }

    private void start(DbCluster stopped) {
        byId(stopped)
                .ifPresent(cluster -> tried(() -> {
                    rds.clusters().start(cluster.id());
                    world.note(() -> "somebody starts " + cluster.id());
                    world.precautions.starts(cluster.resourceId());
                }));
    }

    /** Starts the target if it is stopped, else stops it: whoever comes in between a renewal. */
    void power(Restore restore) {
        target(restore, cluster -> {
            if (cluster.status().equals("stopped")) {
                start(cluster);
            } else {
                stop(List.of(cluster.id()));
            }
        });
    }

    void pass(Restore restore) {
        some(restore).ifPresent(cluster -> {
            String status = world.others.one(PASSING);
            Duration lasts = world.others.upTo(PASSES);
            world.note(() -> cluster.id() + " is " + status + " for " + lasts);
            rds.seed().of(cluster.id()).passing(status, lasts);
        });
    }

    void unmark(Restore restore) {
        target(restore, cluster -> {
            world.note(() -> "somebody unmarks " + cluster.id());
            rds.tags().remove(cluster.arn(), List.of(Ownership.ALLOWED_TAG));
            world.precautions.forbids(cluster.resourceId());
        });
    }

    /** For some time, or for good. */
    void relate(Restore restore) {
        target(restore, cluster -> {
            world.note(() -> "somebody relates " + cluster.id());
            int kind = world.others.below(3);
            relate(cluster, kind, "a-relation");
            world.precautions.forbids(cluster.resourceId());
            if (world.others.of(0.4)) {
                world.time.after(
                        world.others.upTo(STANDS),
                        () -> byId(cluster).ifPresent(now -> {
                            relate(now, kind, null);
                            world.precautions.allows(now.resourceId());
                        }));
            }
        });
    }

    private void relate(DbCluster cluster, int kind, String name) {
        switch (kind) {
            case 0 -> rds.seed().of(cluster.id()).globalCluster(name);
            case 1 -> rds.seed().of(cluster.id()).proxy(name);
            default -> rds.seed().of(cluster.id()).blueGreen(name);
        }
    }

    private void target(Restore restore, Consumer<DbCluster> act) {
        some(List.of(restore.target())).ifPresent(act);
    }

    private Optional<DbCluster> some(Restore restore) {
        return some(List.of(
                restore.target(), restore.names().setAside(), restore.names().staging()));
    }

    private Optional<DbCluster> some(List<String> names) {
        List<DbCluster> there = names.stream()
                .flatMap(name -> world.home.now().cluster(name).stream())
                .toList();
        return there.isEmpty() ? Optional.empty() : Optional.of(world.others.one(there));
    }

    private Optional<DbCluster> byId(DbCluster once) {
        return world.home.now().clusterById(once.resourceId());
    }

    static void tried(Runnable call) {
        try {
            call.run();
        } catch (RdsError refused) {
            // whoever meddles does not insist
        }
    }
}
