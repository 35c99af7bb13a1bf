package io.aurorarestore.simulation;

import io.aurorarestore.local.rds.BlueGreen;
import io.aurorarestore.local.rds.ClusterChanges;
import io.aurorarestore.local.rds.CreateSnapshot;
import io.aurorarestore.local.rds.DbProxy;
import io.aurorarestore.local.rds.DescribeClusters;
import io.aurorarestore.local.rds.DescribeInstances;
import io.aurorarestore.local.rds.DescribeSnapshots;
import io.aurorarestore.local.rds.Filters;
import io.aurorarestore.local.rds.GlobalCluster;
import io.aurorarestore.local.rds.Group;
import io.aurorarestore.local.rds.InstanceChanges;
import io.aurorarestore.local.rds.ModifyCluster;
import io.aurorarestore.local.rds.NewInstance;
import io.aurorarestore.local.rds.PageRequest;
import io.aurorarestore.local.rds.RdsRegion;
import io.aurorarestore.local.rds.RestoreFromSnapshot;
import io.aurorarestore.local.rds.SimulatedRds;
import io.aurorarestore.local.rds.SnapshotCopy;
import io.aurorarestore.port.Aurora;
import io.aurorarestore.port.AuroraControl;
import io.aurorarestore.restore.Cluster;
import io.aurorarestore.restore.Instance;
import io.aurorarestore.restore.RestoreId;
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
        DescribeSnapshots named = DescribeSnapshots.named(idOrArn);
        DescribeSnapshots query = isAutomated(idOrArn) ? named.ofType("automated") : named.withShared();
        return RdsCalls.found(() -> rds.region(region).snapshots().describe(query).items().stream()
                .map(RdsViews::seen)
                .findFirst());
    }

    private static boolean isAutomated(String idOrArn) {
        return idOrArn.startsWith("rds:") || idOrArn.contains(":cluster-snapshot:rds:");
    }

    @Override
    public Uni<List<Snapshot>> snapshotsOf(String region, String cluster) {
        return RdsCalls.call(
                () -> rds.region(region).snapshots().describe(DescribeSnapshots.of(cluster)).items().stream()
                        .map(RdsViews::seen)
                        .toList());
    }

    @Override
    public Uni<Optional<Cluster>> cluster(String name) {
        return RdsCalls.found(() -> home.clusters().describe(DescribeClusters.named(name)).items().stream()
                .map(RdsViews::seen)
                .findFirst());
    }

    @Override
    public Uni<List<Instance>> instancesOf(String cluster) {
        return RdsCalls.call(() -> home.instances().describe(DescribeInstances.of(cluster)).items().stream()
                .map(RdsViews::seen)
                .toList());
    }

    @Override
    public Uni<Void> copySnapshot(CopySnapshot command) {
        SnapshotCopy copy = new SnapshotCopy(
                command.sourceArn(), command.copy(), command.kmsKeyId().orElse(null), false, command.tags());
        return RdsCalls.call(() -> home.snapshots().copy(copy)).replaceWithVoid();
    }

    @Override
    public Uni<Void> deleteSnapshot(DeleteSnapshot command) {
        return RdsCalls.call(() -> home.snapshots().delete(command.snapshot())).replaceWithVoid();
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
        return RdsCalls.call(() -> home.clusters().restore(restore)).replaceWithVoid();
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
        return RdsCalls.call(() -> home.instances().create(instance)).replaceWithVoid();
    }

    @Override
    public Uni<Void> renameCluster(RenameCluster command) {
        return RdsCalls.call(() -> home.clusters().modify(ModifyCluster.rename(command.from(), command.to())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> changeMaster(String cluster, MasterChange change) {
        String password = change.password().map(Sensitive::reveal).orElse("managed-by-rds");
        return RdsCalls.call(() -> home.clusters().modify(ModifyCluster.password(cluster, password)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> othersAtWork(RestoreId restore) {
        return RdsCalls.call(() -> home.clusters().describe(DescribeClusters.all()).items().stream()
                        .map(RdsViews::seen)
                        .anyMatch(one -> one.isPassing(restore))
                || home.snapshots().describe(DescribeSnapshots.all()).items().stream()
                        .map(RdsViews::seen)
                        .anyMatch(one -> one.isPassing(restore)));
    }

    @Override
    public Uni<Surroundings> surroundings(Surroundings.Query query) {
        return RdsCalls.call(() -> query.attachedOnly() ? attached(query) : all(query));
    }

    private Surroundings all(Surroundings.Query query) {
        Surroundings attached = attached(query);
        return new Surroundings(
                attached.globalCluster(),
                attached.proxies(),
                attached.blueGreenDeployments(),
                List.of(),
                query.subnetGroup().map(this::vpc).orElse(Map.of()),
                Map.of(),
                home.account().quotas().stream()
                        .collect(Collectors.toMap(one -> one.name(), one -> one.max() - one.used())),
                Map.of(),
                List.of(),
                false);
    }

    private Surroundings attached(Surroundings.Query query) {
        return query.target()
                .map(arn -> Surroundings.attached(
                        home.relations().globalClusters(null, Filters.NONE, PageRequest.FIRST).items().stream()
                                .filter(one -> one.members().stream()
                                        .anyMatch(member -> member.arn().equals(arn)))
                                .map(GlobalCluster::id)
                                .findFirst(),
                        home.relations().proxies(null, PageRequest.FIRST).items().stream()
                                .filter(one -> one.target().arn().equals(arn))
                                .map(DbProxy::name)
                                .toList(),
                        home.relations().deployments(null, Filters.NONE, PageRequest.FIRST).items().stream()
                                .filter(one -> one.source().arn().equals(arn))
                                .map(BlueGreen::name)
                                .toList()))
                .orElse(Surroundings.NOTHING);
    }

    private Map<String, String> vpc(String subnetGroup) {
        return home.groups().describe(Group.Kind.SUBNET, subnetGroup, PageRequest.FIRST).items().stream()
                .collect(Collectors.toMap(Group::name, Group::vpc));
    }

    @Override
    public Uni<Void> setProtection(SetProtection command) {
        ClusterChanges change = io.aurorarestore.local.rds.ClusterChanges.protection(command.on());
        return RdsCalls.call(() -> home.clusters().modify(ModifyCluster.settings(command.cluster(), change)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> addRole(AddRole command) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> rebootInstance(RebootInstance command) {
        return RdsCalls.call(() -> home.instances().reboot(command.instance())).replaceWithVoid();
    }

    @Override
    public Uni<Void> snapshotCluster(io.aurorarestore.saga.command.SnapshotCluster command) {
        CreateSnapshot snapshot = new CreateSnapshot(command.snapshot(), command.cluster(), command.tags());
        return RdsCalls.call(() -> home.snapshots().create(snapshot)).replaceWithVoid();
    }

    @Override
    public Uni<Void> deleteInstance(DeleteInstance command) {
        return RdsCalls.call(() -> home.instances().delete(command.instance())).replaceWithVoid();
    }

    @Override
    public Uni<Void> deleteCluster(io.aurorarestore.saga.command.DeleteCluster command) {
        return RdsCalls.call(() -> home.clusters()
                        .delete(new io.aurorarestore.local.rds.DeleteCluster(
                                command.cluster(), true, null, !command.keepsBackups())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> untag(Untag command) {
        return RdsCalls.call(() -> {
                    home.tags().remove(command.arn(), command.keys());
                    return true;
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> tag(Tag command) {
        return RdsCalls.call(() -> {
                    home.tags().add(command.arn(), command.tags());
                    return true;
                })
                .replaceWithVoid();
    }
}
