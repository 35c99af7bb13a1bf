package io.aurorarestore.simulation;

import io.aurorarestore.port.AuroraControl;
import io.aurorarestore.restore.Predecessor;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.RestoreId;
import io.aurorarestore.saga.command.AddRole;
import io.aurorarestore.saga.command.CopySnapshot;
import io.aurorarestore.saga.command.CreateInstance;
import io.aurorarestore.saga.command.DeleteCluster;
import io.aurorarestore.saga.command.DeleteInstance;
import io.aurorarestore.saga.command.DeleteSnapshot;
import io.aurorarestore.saga.command.MasterChange;
import io.aurorarestore.saga.command.RebootInstance;
import io.aurorarestore.saga.command.RenameCluster;
import io.aurorarestore.saga.command.RestoreCluster;
import io.aurorarestore.saga.command.SetProtection;
import io.aurorarestore.saga.command.SnapshotCluster;
import io.aurorarestore.saga.command.Tag;
import io.aurorarestore.saga.command.Untag;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * RDS as it is changed, watched: every change must be to something that the restore made, or pinned when it began. What
 * counts is what has the name at the very moment the change takes effect.
 */
final class OnlyOurs implements AuroraControl {

    private final AuroraControl rds;
    private final SimulatedWorld world;
    private final Acting acting;

    OnlyOurs(AuroraControl rds, SimulatedWorld world, Acting acting) {
        this.rds = rds;
        this.world = world;
        this.acting = acting;
    }

    @Override
    public Uni<Void> copySnapshot(CopySnapshot command) {
        return rds.copySnapshot(command).invoke(() -> made(() -> snapshot(command.copy())));
    }

    @Override
    public Uni<Void> restoreCluster(RestoreCluster command) {
        return rds.restoreCluster(command).invoke(() -> made(() -> cluster(command.cluster())));
    }

    @Override
    public Uni<Void> createInstance(CreateInstance command) {
        return on("create an instance in", cluster(command.cluster()), () -> rds.createInstance(command))
                .invoke(() -> made(() -> instance(command.instance())));
    }

    @Override
    public Uni<Void> snapshotCluster(SnapshotCluster command) {
        return on("snapshot", cluster(command.cluster()), () -> rds.snapshotCluster(command))
                .invoke(() -> made(() -> snapshot(command.snapshot())));
    }

    @Override
    public Uni<Void> renameCluster(RenameCluster command) {
        if (command.from().equals(restore().target())) {
            cluster(command.from()).ifPresent(id -> world.precautions.mayTakeAway(restore(), id));
        }
        return on("rename", cluster(command.from()), () -> rds.renameCluster(command));
    }

    @Override
    public Uni<Void> changeMaster(String cluster, MasterChange change) {
        return on("change the master password of", cluster(cluster), () -> rds.changeMaster(cluster, change));
    }

    @Override
    public Uni<Void> setProtection(SetProtection command) {
        if (!command.on()) {
            cluster(command.cluster()).ifPresent(id -> world.precautions.mayLift(restore(), id));
        }
        return on("change the protection of", cluster(command.cluster()), () -> rds.setProtection(command));
    }

    @Override
    public Uni<Void> addRole(AddRole command) {
        return on("add a role to", cluster(command.cluster()), () -> rds.addRole(command));
    }

    @Override
    public Uni<Void> rebootInstance(RebootInstance command) {
        return on("reboot", instance(command.instance()), () -> rds.rebootInstance(command));
    }

    @Override
    public Uni<Void> tag(Tag command) {
        return on("tag", any(command.arn()), () -> rds.tag(command));
    }

    @Override
    public Uni<Void> untag(Untag command) {
        return on("untag", any(command.arn()), () -> rds.untag(command));
    }

    @Override
    public Uni<Void> deleteSnapshot(DeleteSnapshot command) {
        return on("delete", snapshot(command.snapshot()), () -> rds.deleteSnapshot(command));
    }

    @Override
    public Uni<Void> deleteInstance(DeleteInstance command) {
        return on("delete", instance(command.instance()), () -> rds.deleteInstance(command));
    }

    @Override
    public Uni<Void> deleteCluster(DeleteCluster command) {
        world.referee.must(
                !command.cluster().equals(restore().target()),
                () -> "a delete under the target's name " + command.cluster());
        cluster(command.cluster()).ifPresent(id -> new Safekeeping(world, restore()).mayBeDeleted(id));
        return on("delete", cluster(command.cluster()), () -> rds.deleteCluster(command));
    }

    private Uni<Void> on(String what, Optional<String> resource, Supplier<Uni<Void>> call) {
        resource.ifPresent(id -> {
            world.referee.must(isOurs(id), () -> acting + " may not " + what + " " + id);
            world.precautions.mayAskOf(restore(), what, id);
        });
        return call.get();
    }

    private boolean isOurs(String resource) {
        RestoreId origin = restore().origin();
        return world.made.by(origin, resource)
                || isInOurs(resource)
                || restore()
                        .findings()
                        .predecessor()
                        .filter(old -> pins(old, resource))
                        .isPresent();
    }

    /** What others have added to a cluster goes with it: it holds nothing of its own. */
    private boolean isInOurs(String resource) {
        View now = world.home.now();
        return now.instances().stream()
                .filter(one -> one.resourceId().equals(resource))
                .flatMap(one -> now.cluster(one.cluster()).stream())
                .anyMatch(cluster -> isOurs(cluster.resourceId()));
    }

    private static boolean pins(Predecessor old, String resource) {
        return old.resourceId().equals(resource)
                || old.instances().stream().anyMatch(one -> one.resourceId().equals(resource));
    }

    private Restore restore() {
        return world.kept(acting.restore().orElseThrow());
    }

    private void made(Supplier<Optional<String>> resource) {
        world.changed(AuroraControl.class);
        world.made.add(restore().origin(), resource.get());
    }

    private Optional<String> any(String arn) {
        return cluster(arn).or(() -> instance(arn)).or(() -> snapshot(arn));
    }

    private Optional<String> cluster(String name) {
        return world.home.now().cluster(name).map(one -> one.resourceId());
    }

    private Optional<String> instance(String name) {
        return world.home.now().instance(name).map(one -> one.resourceId());
    }

    private Optional<String> snapshot(String id) {
        return world.home.now().snapshot(id).map(one -> one.arn());
    }
}
