package io.aurorarestore.simulation;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.intake.OperatorActions.Operation;
import io.aurorarestore.local.rds.ClusterDeleteRequest;
import io.aurorarestore.local.rds.DataVolume;
import io.aurorarestore.local.rds.DbInstance;
import io.aurorarestore.local.rds.RdsError;
import io.aurorarestore.local.rds.SeedCluster;
import io.aurorarestore.model.Names;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.AuroraControl;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** All others: strangers who take names of ours, operators who remove, cancel and resume, and AWS on a bad day. */
final class OtherActors {

    private static final DataVolume DATA = DataVolume.postgresql("17.4", "postgres", "orders");
    private static final Duration SHORTLY = Duration.ofSeconds(20);
    private static final Duration OUTAGE = Duration.ofMinutes(20);
    private static final List<Operation> OPERATIONS =
            List.of(Operation.CANCEL, Operation.CANCEL, Operation.RESUME, Operation.RETIRE, Operation.ABANDON);
    private static final List<String> DOOMED = List.of(
            "RestoreDBClusterFromSnapshot",
            "RestoreDBClusterToPointInTime",
            "CreateDBInstance",
            "CopyDBClusterSnapshot");

    private final SimulatedWorld world;

    OtherActors(SimulatedWorld world) {
        this.world = world;
    }

    void begin() {
        WorldShape.Meddling shape = world.shape.meddling();
        sometime(shape.strangers(), this::takeName);
        sometime(shape.removals(), this::remove);
        sometime(shape.operations(), this::operate);
        sometime(shape.rumours(), this::rumour);
        sometime(shape.outages(), restore -> world.outage(world.chance.upTo(OUTAGE)));
        for (String operation : DOOMED) {
            if (world.trouble.strikes(shape.doomed())) {
                world.rds.faults().failNext(operation, "failed");
            }
        }
    }

    private void sometime(int times, Consumer<Restore> what) {
        for (int time = 0; time < times; time++) {
            world.time.after(
                    world.chance.upTo(world.shape.trouble()),
                    () -> some().ifPresent(restore -> {
                        world.trouble.struck();
                        what.accept(restore);
                        world.changed(AuroraControl.class);
                    }));
        }
    }

    private Optional<Restore> some() {
        List<Restore> all = List.copyOf(world.restores.all());
        return all.isEmpty() ? Optional.empty() : Optional.of(world.chance.one(all));
    }

    /** Only names that are free: RDS gives none twice. */
    private void takeName(Restore restore) {
        Names names = restore.names();
        if (world.chance.of(0.7)) {
            cluster(world.chance.one(List.of(names.staging(), names.setAside(), restore.target())));
        } else {
            snapshot(world.chance.one(List.of(names.copy(), names.finalSnapshot())));
        }
    }

    private void cluster(String name) {
        if (world.home.now().cluster(name).isEmpty() && !pending(name)) {
            world.note(() -> "a stranger makes cluster " + name);
            world.home
                    .rds()
                    .seed()
                    .cluster(SeedCluster.of(name, DATA, TestData.NOW).tagged(TestData.STRANGERS));
        }
    }

    private boolean pending(String name) {
        return world.home.now().clusters().stream().anyMatch(one -> name.equals(one.pendingId()));
    }

    private void snapshot(String id) {
        if (world.home.now().snapshot(id).isEmpty()) {
            world.note(() -> "a stranger makes snapshot " + id);
            InitialEstate.saved(world, world.home.rds().seed().snapshot(id, InitialEstate.BYSTANDER, TestData.NOW));
        }
    }

    private void remove(Restore restore) {
        String staging = restore.names().staging();
        world.note(() -> "an operator deletes " + staging);
        for (DbInstance instance : world.home.now().instancesOf(staging)) {
            tried(() -> world.home.rds().instances().delete(instance.id()));
        }
        tried(() -> world.home.rds().clusters().delete(ClusterDeleteRequest.withoutSnapshot(staging)));
        if (world.chance.of(0.5)) {
            succeed(staging);
        }
    }

    /** Takes the name as soon as it is free. */
    private void succeed(String name) {
        world.time.after(SHORTLY, () -> {
            if (world.home.now().cluster(name).isEmpty()) {
                cluster(name);
                world.changed(AuroraControl.class);
            } else if (!world.trouble.isOver()) {
                succeed(name);
            }
        });
    }

    private static void tried(Runnable call) {
        try {
            call.run();
        } catch (RdsError refused) {
            // whoever meddles does not insist
        }
    }

    private void rumour(Restore restore) {
        List<String> arns = List.copyOf(restore.interests(TestData.HOME));
        if (!arns.isEmpty()) {
            String description =
                    world.chance.one(List.of("DB cluster deleted", "DB cluster deleted", "DB cluster created"));
            world.mail.send(new InFlightMessage.Happened(description, List.of(world.chance.one(arns))));
        }
    }

    private void operate(Restore restore) {
        InFlightMessage message =
                new InFlightMessage.Operated(world.chance.one(OPERATIONS), restore.id(), world.number("operation "));
        world.mail.send(message);
    }
}
