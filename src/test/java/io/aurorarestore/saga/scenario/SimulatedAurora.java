package io.aurorarestore.saga.scenario;

import io.aurorarestore.local.rds.ClusterChanges;
import io.aurorarestore.local.rds.CreateSnapshot;
import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.DbInstance;
import io.aurorarestore.local.rds.DbSnapshot;
import io.aurorarestore.local.rds.DescribeClusters;
import io.aurorarestore.local.rds.DescribeInstances;
import io.aurorarestore.local.rds.DescribeSnapshots;
import io.aurorarestore.local.rds.Group;
import io.aurorarestore.local.rds.InstanceChanges;
import io.aurorarestore.local.rds.ModifyCluster;
import io.aurorarestore.local.rds.NewInstance;
import io.aurorarestore.local.rds.PageRequest;
import io.aurorarestore.local.rds.RdsError;
import io.aurorarestore.local.rds.RdsRegion;
import io.aurorarestore.local.rds.RestoreFromSnapshot;
import io.aurorarestore.local.rds.SimulatedRds;
import io.aurorarestore.local.rds.SnapshotCopy;
import io.aurorarestore.port.Aurora;
import io.aurorarestore.port.AuroraControl;
import io.aurorarestore.port.CallFailed;
import io.aurorarestore.restore.Cluster;
import io.aurorarestore.restore.ClusterSettings;
import io.aurorarestore.restore.Endpoint;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Instance;
import io.aurorarestore.restore.Sensitive;
import io.aurorarestore.restore.Snapshot;
import io.aurorarestore.restore.Surroundings;
import io.aurorarestore.saga.command.AddRole;
import io.aurorarestore.saga.command.CopySnapshot;
import io.aurorarestore.saga.command.CreateInstance;
import io.aurorarestore.saga.command.DeleteInstance;
import io.aurorarestore.saga.command.DeleteSnapshot;
import io.aurorarestore.saga.command.MasterChange;
import io.aurorarestore.saga.command.RebootInstance;
import io.aurorarestore.saga.command.RenameCluster;
import io.aurorarestore.saga.command.RestoreCluster;
import io.aurorarestore.saga.command.SetProtection;
import io.aurorarestore.saga.command.Tag;
import io.aurorarestore.saga.command.Untag;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The simulated RDS behind the engine's ports. */
public final class SimulatedAurora implements Aurora, AuroraControl {

    private final SimulatedRds rds;
    private final RdsRegion home;

    public SimulatedAurora(SimulatedRds rds, String home) {
        this.rds = rds;
        this.home = rds.region(home);
    }

    @Override
    public Uni<Optional<Snapshot>> snapshot(String region, String idOrArn) {
        return found(() -> rds.region(region).snapshots().describe(DescribeSnapshots.named(idOrArn)).items().stream()
                .map(SimulatedAurora::seen)
                .findFirst());
    }

    @Override
    public Uni<List<Snapshot>> snapshotsOf(String region, String cluster) {
        return call(() -> rds.region(region).snapshots().describe(DescribeSnapshots.of(cluster)).items().stream()
                .map(SimulatedAurora::seen)
                .toList());
    }

    @Override
    public Uni<Optional<Cluster>> cluster(String name) {
        return found(() -> home.clusters().describe(DescribeClusters.named(name)).items().stream()
                .map(SimulatedAurora::seen)
                .findFirst());
    }

    @Override
    public Uni<List<Instance>> instancesOf(String cluster) {
        return call(() -> home.instances().describe(DescribeInstances.of(cluster)).items().stream()
                .map(SimulatedAurora::seen)
                .toList());
    }

    @Override
    public Uni<Void> copySnapshot(CopySnapshot command) {
        SnapshotCopy copy = new SnapshotCopy(
                command.sourceArn(), command.copy(), command.kmsKeyId().orElse(null), false, command.tags());
        return call(() -> home.snapshots().copy(copy)).replaceWithVoid();
    }

    @Override
    public Uni<Void> deleteSnapshot(DeleteSnapshot command) {
        return call(() -> home.snapshots().delete(command.snapshot())).replaceWithVoid();
    }

    @Override
    public Uni<Void> restoreCluster(RestoreCluster command) {
        RestoreFromSnapshot restore = new RestoreFromSnapshot(
                command.cluster(),
                command.from().arn(),
                command.from().engine(),
                command.from().engineVersion(),
                command.settings().subnetGroup().orElse(null),
                null,
                new ClusterChanges(
                        command.settings().clusterParameterGroup().orElse(null),
                        command.settings().securityGroups().orElse(null),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                command.tags());
        return call(() -> home.clusters().restore(restore)).replaceWithVoid();
    }

    @Override
    public Uni<Void> createInstance(CreateInstance command) {
        NewInstance instance = new NewInstance(
                command.instance(),
                command.cluster(),
                command.instanceClass(),
                command.engine(),
                InstanceChanges.NONE,
                command.tags());
        return call(() -> home.instances().create(instance)).replaceWithVoid();
    }

    @Override
    public Uni<Void> renameCluster(RenameCluster command) {
        return call(() -> home.clusters().modify(ModifyCluster.rename(command.from(), command.to())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> changeMaster(String cluster, MasterChange change) {
        String password = change.password().map(Sensitive::reveal).orElse("managed-by-rds");
        return call(() -> home.clusters().modify(ModifyCluster.password(cluster, password)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Surroundings> surroundings(Surroundings.Query query) {
        return call(() -> new Surroundings(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                query.subnetGroup().map(this::vpc).orElse(Map.of()),
                Map.of(),
                Map.of()));
    }

    private Map<String, String> vpc(String subnetGroup) {
        return home.groups().describe(Group.Kind.SUBNET, subnetGroup, PageRequest.FIRST).items().stream()
                .collect(Collectors.toMap(Group::name, Group::vpc));
    }

    @Override
    public Uni<Void> setProtection(SetProtection command) {
        ClusterChanges change = io.aurorarestore.local.rds.ClusterChanges.protection(command.on());
        return call(() -> home.clusters().modify(ModifyCluster.settings(command.cluster(), change)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> addRole(AddRole command) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> rebootInstance(RebootInstance command) {
        return call(() -> home.instances().reboot(command.instance())).replaceWithVoid();
    }

    @Override
    public Uni<Void> snapshotCluster(io.aurorarestore.saga.command.SnapshotCluster command) {
        CreateSnapshot snapshot = new CreateSnapshot(command.snapshot(), command.cluster(), command.tags());
        return call(() -> home.snapshots().create(snapshot)).replaceWithVoid();
    }

    @Override
    public Uni<Void> deleteInstance(DeleteInstance command) {
        return call(() -> home.instances().delete(command.instance())).replaceWithVoid();
    }

    @Override
    public Uni<Void> deleteCluster(io.aurorarestore.saga.command.DeleteCluster command) {
        return call(() -> home.clusters()
                        .delete(io.aurorarestore.local.rds.DeleteCluster.withoutSnapshot(command.cluster())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> untag(Untag command) {
        return call(() -> {
                    home.tags().remove(command.arn(), command.keys());
                    return true;
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> tag(Tag command) {
        return call(() -> {
                    home.tags().add(command.arn(), command.tags());
                    return true;
                })
                .replaceWithVoid();
    }

    private static <T> Uni<T> call(Supplier<T> call) {
        return Uni.createFrom().item(call).onFailure(RdsError.class).transform(SimulatedAurora::classify);
    }

    private static <T> Uni<Optional<T>> found(Supplier<Optional<T>> call) {
        return call(call)
                .onFailure(failure ->
                        failure instanceof CallFailed && ((CallFailed) failure).kind() == CallFailed.Kind.GONE)
                .recoverWithItem(Optional.empty());
    }

    private static CallFailed classify(Throwable thrown) {
        RdsError error = (RdsError) thrown;
        String code = error.code();
        CallFailed.Kind kind = CallFailed.Kind.FATAL;
        if (code.contains("AlreadyExists")) {
            kind = CallFailed.Kind.ALREADY_EXISTS;
        } else if (code.contains("NotFound")) {
            kind = CallFailed.Kind.GONE;
        } else if (code.contains("State")
                || code.contains("Capacity")
                || code.startsWith("Throttling")
                || error.getMessage().contains("across regions")) {
            kind = CallFailed.Kind.RETRY;
        } else if (error.httpStatus() >= 500) {
            kind = CallFailed.Kind.UNANSWERED;
        }
        return new CallFailed(kind, FailureCode.AWS_REFUSED, error.toString());
    }

    public static Snapshot seen(DbSnapshot seen) {
        return new Snapshot(
                seen.id(),
                seen.arn(),
                seen.origin().cluster(),
                seen.status(),
                seen.percent(),
                seen.created(),
                seen.volume().engine(),
                seen.volume().engineVersion(),
                seen.volume().masterUser(),
                Optional.ofNullable(seen.volume().kmsKeyId()),
                Optional.ofNullable(seen.copiedFrom()),
                seen.tags());
    }

    public static Cluster seen(DbCluster seen) {
        return new Cluster(
                seen.id(),
                seen.arn(),
                seen.resourceId(),
                seen.pendingId() == null ? seen.status() : "renaming",
                seen.volume().masterUser(),
                new Endpoint("localhost", seen.port()),
                seen.members().stream().map(DbCluster.Member::instance).toList(),
                settings(seen),
                Optional.ofNullable(seen.volume().kmsKeyId()),
                Optional.empty(),
                seen.tags());
    }

    private static ClusterSettings settings(DbCluster seen) {
        return ClusterSettings.builder()
                .subnetGroup(seen.settings().subnetGroup())
                .securityGroups(seen.settings().securityGroups())
                .clusterParameterGroup(
                        seen.settings().parameterGroup().startsWith("default.")
                                ? null
                                : seen.settings().parameterGroup())
                .deletionProtection(seen.settings().deletionProtection())
                .backupRetentionDays(seen.settings().backupRetentionDays())
                .build();
    }

    public static Instance seen(DbInstance seen) {
        return new Instance(
                seen.id(),
                seen.arn(),
                seen.resourceId(),
                seen.status(),
                seen.settings().instanceClass(),
                Optional.ofNullable(seen.settings().parameterGroup()).filter(name -> !name.startsWith("default.")),
                Optional.empty(),
                Optional.empty(),
                seen.tags());
    }
}
