package io.aurorarestore.simulation;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.port.AuroraControl;
import io.aurorarestore.port.InstanceSpec;
import io.aurorarestore.port.MasterChange;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
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
    public Uni<Void> copySnapshot(
            String sourceArn, String sourceRegion, String copy, Optional<String> kmsKeyId, Map<String, String> tags) {
        return rds.copySnapshot(sourceArn, sourceRegion, copy, kmsKeyId, tags).invoke(() -> made(() -> snapshot(copy)));
    }

    @Override
    public Uni<Void> restoreCluster(
            String cluster, RestoreSource from, ClusterSettings settings, Map<String, String> tags) {
        return rds.restoreCluster(cluster, from, settings, tags).invoke(() -> made(() -> cluster(cluster)));
    }

    @Override
    public Uni<Void> createInstance(InstanceSpec instance) {
        return on("create an instance in", cluster(instance.cluster()), () -> rds.createInstance(instance))
                .invoke(() -> made(() -> instance(instance.name())));
    }

    @Override
    public Uni<Void> snapshotCluster(String snapshot, String cluster, Map<String, String> tags) {
        return on("snapshot", cluster(cluster), () -> rds.snapshotCluster(snapshot, cluster, tags))
                .invoke(() -> made(() -> snapshot(snapshot)));
    }

    @Override
    public Uni<Void> renameCluster(String from, String to) {
        if (from.equals(restore().target())) {
            cluster(from).ifPresent(id -> world.precautions.mayTakeAway(restore(), id));
        }
        return on("rename", cluster(from), () -> rds.renameCluster(from, to));
    }

    @Override
    public Uni<Void> changeMaster(String cluster, MasterChange change) {
        return on("change the master password of", cluster(cluster), () -> rds.changeMaster(cluster, change));
    }

    @Override
    public Uni<Void> setProtection(String cluster, boolean on) {
        if (!on) {
            cluster(cluster).ifPresent(id -> world.precautions.mayLift(restore(), id));
        }
        return on("change the protection of", cluster(cluster), () -> rds.setProtection(cluster, on));
    }

    /** Never the cluster that is replaced. */
    @Override
    public Uni<Void> stopCluster(String cluster) {
        cluster(cluster).ifPresent(id -> mustHaveMade("stop", id));
        return on("stop", cluster(cluster), () -> rds.stopCluster(cluster));
    }

    @Override
    public Uni<Void> startCluster(String cluster) {
        Optional<String> id = cluster(cluster);
        id.ifPresent(one -> mustHaveMade("start", one));
        return rds.startCluster(cluster).invoke(() -> id.ifPresent(world.precautions::starts));
    }

    private void mustHaveMade(String what, String cluster) {
        world.referee.must(
                world.made.by(restore().origin(), cluster), () -> acting + " may not " + what + " " + cluster);
    }

    @Override
    public Uni<Void> addRole(String cluster, String feature, String roleArn) {
        return on("add a role to", cluster(cluster), () -> rds.addRole(cluster, feature, roleArn));
    }

    @Override
    public Uni<Void> enableDataApi(String arn) {
        return on("enable the Data API of", cluster(arn), () -> rds.enableDataApi(arn));
    }

    @Override
    public Uni<Void> changeCluster(String cluster, ClusterSettings settings) {
        return on("change", cluster(cluster), () -> rds.changeCluster(cluster, settings));
    }

    @Override
    public Uni<Void> renameInstance(String from, String to) {
        return on("rename", instance(from), () -> rds.renameInstance(from, to));
    }

    @Override
    public Uni<Void> rebootInstance(String instance) {
        return on("reboot", instance(instance), () -> rds.rebootInstance(instance));
    }

    @Override
    public Uni<Void> tag(String arn, Map<String, String> tags) {
        return on("tag", any(arn), () -> rds.tag(arn, tags));
    }

    @Override
    public Uni<Void> untag(String arn, List<String> keys) {
        return on("untag", any(arn), () -> rds.untag(arn, keys));
    }

    @Override
    public Uni<Void> deleteSnapshot(String snapshot) {
        return on("delete", snapshot(snapshot), () -> rds.deleteSnapshot(snapshot));
    }

    @Override
    public Uni<Void> deleteInstance(String instance) {
        return on("delete", instance(instance), () -> rds.deleteInstance(instance));
    }

    @Override
    public Uni<Void> deleteCluster(String cluster, boolean keepsBackups) {
        world.referee.must(!cluster.equals(restore().target()), () -> "a delete under the target's name " + cluster);
        cluster(cluster).ifPresent(id -> new Safekeeping(world, restore()).mayBeDeleted(id));
        return on("delete", cluster(cluster), () -> rds.deleteCluster(cluster, keepsBackups));
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
                        .outputs()
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
