package io.aurorarestore.bench;

import io.aurorarestore.local.rds.DescribeClusters;
import io.aurorarestore.local.rds.DescribeInstances;
import io.aurorarestore.local.rds.DescribeSnapshots;
import io.aurorarestore.local.rds.ModifyCluster;
import io.aurorarestore.local.rds.NewInstance;
import io.aurorarestore.local.rds.RdsRegion;
import io.aurorarestore.local.rds.RestoreFromSnapshot;
import io.aurorarestore.local.rds.SnapshotCopy;
import io.aurorarestore.simulation.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Restores as a workflow of pollers does: it asks RDS for something, waits, looks, and waits again until that is there. It
 * makes the calls of a fresh restore from another region, and loses no time but by waiting.
 */
final class Poller {

    private static final String AVAILABLE = "available";
    private static final String COPY = "polled-copy";
    private static final String TARGET = "orders-polled";

    private final Scenario world;
    private final RdsRegion home;
    private final Duration every;
    private final List<Instant> acts = new ArrayList<>();
    private boolean ended;

    /** @param every the wait before each look */
    Poller(Scenario world, Duration every) {
        this.world = world;
        this.home = world.home.region();
        this.every = every;
    }

    /** How long what was ready waited for the next act. */
    Duration idle(String source) {
        act(
                () -> home.snapshots().copy(new SnapshotCopy(source, COPY, null, false, Map.of())),
                this::isCopied,
                () -> restore());
        while (!ended && world.time.runNext()) {
            // time passes
        }
        return IdleTime.of(acts, at -> at, any -> true, world.calls.news());
    }

    private void restore() {
        act(
                () -> home.clusters().restore(RestoreFromSnapshot.of(TARGET, COPY, Map.of())),
                this::isRestored,
                this::createInstances);
    }

    private void createInstances() {
        act(
                () -> {
                    home.instances().create(NewInstance.of(TARGET + "-1", TARGET, Map.of()));
                    home.instances().create(NewInstance.of(TARGET + "-2", TARGET, Map.of()));
                },
                this::areCreated,
                this::resetPassword);
    }

    private void resetPassword() {
        act(
                () -> home.clusters().modify(ModifyCluster.password(TARGET, "polled-password")),
                this::isRestored,
                this::configure);
    }

    /** The database, in one call that is answered when it is done. */
    private void configure() {
        acts.add(world.time.now());
        ended = true;
    }

    private void act(Runnable call, BooleanSupplier done, Runnable next) {
        acts.add(world.time.now());
        call.run();
        look(done, next);
    }

    private void look(BooleanSupplier done, Runnable next) {
        world.time.after(every, () -> {
            if (done.getAsBoolean()) {
                next.run();
            } else {
                look(done, next);
            }
        });
    }

    private boolean isCopied() {
        return home.snapshots().describe(DescribeSnapshots.named(COPY)).items().stream()
                .allMatch(copy -> AVAILABLE.equals(copy.status().toString()));
    }

    private boolean isRestored() {
        return home.clusters().describe(DescribeClusters.all()).items().stream()
                .allMatch(cluster -> AVAILABLE.equals(cluster.status().toString()));
    }

    private boolean areCreated() {
        return home.instances().describe(DescribeInstances.of(TARGET)).items().stream()
                .allMatch(instance -> AVAILABLE.equals(instance.status().toString()));
    }
}
