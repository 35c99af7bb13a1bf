package io.aurorarestore.simulation;

import io.aurorarestore.local.rds.BlueGreen;
import io.aurorarestore.local.rds.ClusterBackup;
import io.aurorarestore.local.rds.ClusterChanges;
import io.aurorarestore.local.rds.ClusterDeleteRequest;
import io.aurorarestore.local.rds.CreateSnapshot;
import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.DbProxy;
import io.aurorarestore.local.rds.DescribeClusters;
import io.aurorarestore.local.rds.DescribeInstances;
import io.aurorarestore.local.rds.DescribeSnapshots;
import io.aurorarestore.local.rds.Filters;
import io.aurorarestore.local.rds.GlobalCluster;
import io.aurorarestore.local.rds.Group;
import io.aurorarestore.local.rds.InstanceChanges;
import io.aurorarestore.local.rds.ManagedPassword;
import io.aurorarestore.local.rds.ModifyCluster;
import io.aurorarestore.local.rds.ModifyInstance;
import io.aurorarestore.local.rds.NewInstance;
import io.aurorarestore.local.rds.PageRequest;
import io.aurorarestore.local.rds.RdsError;
import io.aurorarestore.local.rds.RdsRegion;
import io.aurorarestore.local.rds.RestoreFromSnapshot;
import io.aurorarestore.local.rds.RestoreToPointInTime;
import io.aurorarestore.local.rds.SimulatedRds;
import io.aurorarestore.local.rds.SnapshotCopy;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.ClusterKey;
import io.aurorarestore.model.aws.ClusterMoment;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.ReplicaScaling;
import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.aws.SourceCluster;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.port.Aurora;
import io.aurorarestore.port.AuroraControl;
import io.aurorarestore.port.InstanceSpec;
import io.aurorarestore.port.MasterChange;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The simulated RDS behind the engine's ports. */
public final class SimulatedAurora implements Aurora, AuroraControl {

    /** What the calls that make a cluster can say. */
    private static final Set<Attribute> SAID_AT_ONCE = Set.of(
            Attribute.STORAGE_TYPE,
            Attribute.NETWORK_TYPE,
            Attribute.ENGINE_LIFECYCLE_SUPPORT,
            Attribute.DOMAIN,
            Attribute.DOMAIN_ROLE,
            Attribute.COPY_TAGS_TO_SNAPSHOT);

    private final SimulatedRds rds;
    private final RdsRegion home;

    /** Of each cluster that has one, by its name. */
    private final Map<String, ReplicaScaling> scaled = new HashMap<>();

    /** What was asked for and RDS does not have: why, by the tags of what was to be made. */
    private final Map<Map<String, String>, String> impossible = new HashMap<>();

    public SimulatedAurora(SimulatedRds rds, String home) {
        this.rds = rds;
        this.home = rds.region(home);
    }

    void scale(String cluster, ReplicaScaling scaling) {
        scaled.put(cluster, scaling);
    }

    ReplicaScaling scaling(String cluster) {
        return scaled.getOrDefault(cluster, ReplicaScaling.NONE);
    }

    Map<Map<String, String>, String> impossible() {
        return impossible;
    }

    /** Makes something, unless RDS does not have it so. */
    private Uni<Void> making(Map<String, String> tags, Supplier<Object> call) {
        return RdsCalls.call(() -> {
                    try {
                        return call.get();
                    } catch (RdsError refused) {
                        if (refused.code().equals("InvalidParameterCombination")) {
                            impossible.put(tags, refused.getMessage());
                        }
                        throw refused;
                    }
                })
                .replaceWithVoid();
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
    public Uni<List<Cluster>> clusters(List<String> names) {
        Filters named = Filters.by("db-cluster-id", names.toArray(String[]::new));
        return RdsCalls.call(
                () -> home.clusters().describe(new DescribeClusters(null, named, PageRequest.FIRST)).items().stream()
                        .map(RdsViews::seen)
                        .toList());
    }

    @Override
    public Uni<List<Instance>> instancesOf(String cluster) {
        return RdsCalls.call(() -> home.instances().describe(DescribeInstances.of(cluster)).items().stream()
                .map(RdsViews::seen)
                .toList());
    }

    @Override
    public Uni<Void> copySnapshot(
            String sourceArn, String sourceRegion, String copy, Optional<String> kmsKeyId, Map<String, String> tags) {
        SnapshotCopy wanted = new SnapshotCopy(sourceArn, copy, kmsKeyId.orElse(null), false, tags);
        return RdsCalls.call(() -> home.snapshots().copy(wanted)).replaceWithVoid();
    }

    @Override
    public Uni<Void> deleteSnapshot(String snapshot) {
        return RdsCalls.call(() -> home.snapshots().delete(snapshot)).replaceWithVoid();
    }

    @Override
    public Uni<List<SourceCluster>> sourceClusters(ClusterKey cluster, boolean clones) {
        Filters named =
                Filters.by(cluster.byResourceId() ? "db-cluster-resource-id" : "db-cluster-id", cluster.value());
        return RdsCalls.call(() -> {
            List<SourceCluster> living =
                    home.clusters().describe(new DescribeClusters(null, named, PageRequest.FIRST)).items().stream()
                            .map(one -> RdsViews.source(one, false, clones ? clones(one) : 0))
                            .toList();
            return living.isEmpty() ? retained(cluster) : living;
        });
    }

    private int clones(DbCluster one) {
        Filters sharing = Filters.by("clone-group-id", one.backups().volumeGroup());
        return home.clusters()
                        .describe(new DescribeClusters(null, sharing, PageRequest.FIRST))
                        .items()
                        .size()
                - 1;
    }

    private List<SourceCluster> retained(ClusterKey cluster) {
        return home.backups().describe(null, null, PageRequest.FIRST).items().stream()
                .filter(ClusterBackup::retained)
                .map(one -> RdsViews.source(one.cluster(), true, 0))
                .filter(one -> cluster.value().equals(cluster.byResourceId() ? one.resourceId() : one.name()))
                .toList();
    }

    @Override
    public Uni<Void> restoreCluster(
            String cluster, RestoreSource from, ClusterSettings settings, Map<String, String> tags) {
        return from.fold(
                snapshot -> restore(cluster, snapshot, settings, tags),
                moment -> restore(cluster, moment, settings, tags));
    }

    private Uni<Void> restore(String cluster, Snapshot from, ClusterSettings settings, Map<String, String> tags) {
        RestoreFromSnapshot restore = new RestoreFromSnapshot(
                cluster,
                from.arn(),
                from.engine(),
                from.engineVersion(),
                settings.subnetGroup().orElse(null),
                null,
                changes(settings),
                tags);
        return making(tags, () -> home.clusters().restore(restore));
    }

    private Uni<Void> restore(String cluster, ClusterMoment from, ClusterSettings settings, Map<String, String> tags) {
        SourceCluster source = from.cluster();
        RestoreToPointInTime restore = new RestoreToPointInTime(
                cluster,
                source.deleted() ? null : source.name(),
                source.deleted() ? source.resourceId() : null,
                from.at().orElse(null),
                from.isClone(),
                from.isClone(),
                settings.subnetGroup().orElse(null),
                from.newKey().orElse(null),
                changes(settings),
                tags);
        return making(tags, () -> home.clusters().restore(restore));
    }

    private static ClusterChanges changes(ClusterSettings settings) {
        return new ClusterChanges(
                settings.clusterParameterGroup().orElse(null),
                settings.securityGroups().orElse(null),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                RdsNames.members(settings.attributes().only(SAID_AT_ONCE::contains)));
    }

    @Override
    public Uni<Void> createInstance(InstanceSpec instance) {
        NewInstance wanted = new NewInstance(
                instance.name(),
                instance.cluster(),
                instance.instanceClass(),
                instance.engine(),
                given(instance.settings()),
                instance.tags());
        return making(instance.tags(), () -> home.instances().create(wanted));
    }

    /** What is no more than kept goes by the settings' names here. */
    private static InstanceChanges given(ClusterSettings settings) {
        return new InstanceChanges(
                null,
                settings.instanceParameterGroup().orElse(null),
                settings.attributes().number(Attribute.PROMOTION_TIERS).orElse(null),
                settings.attributes().text(Attribute.AVAILABILITY_ZONES).orElse(null),
                settings.publiclyAccessible().orElse(null),
                settings.caCertificate().orElse(null),
                settings.attributes().only(one -> !one.isByInstance()).bySetting());
    }

    @Override
    public Uni<Void> renameCluster(String from, String to) {
        return RdsCalls.call(() -> home.clusters().modify(ModifyCluster.rename(from, to)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> changeMaster(String cluster, MasterChange change) {
        String password = change.password().map(Sensitive::reveal).orElse("managed-by-rds");
        return RdsCalls.call(() -> home.clusters().modify(ModifyCluster.password(cluster, password)))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Snapshot>> manualSnapshots() {
        return RdsCalls.call(
                () -> home.snapshots().describe(DescribeSnapshots.all().ofType("manual")).items().stream()
                        .map(RdsViews::seen)
                        .toList());
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
    public Uni<Set<RestoreId>> setAsideBy() {
        return RdsCalls.call(() -> home.clusters().describe(DescribeClusters.all()).items().stream()
                .flatMap(one -> Ownership.setAsideBy(RdsViews.seen(one).tags()).stream())
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Uni<TargetDependencies> surroundings(TargetDependencies.Query query) {
        return RdsCalls.call(() -> query.attachedOnly() ? attached(query) : all(query));
    }

    private TargetDependencies all(TargetDependencies.Query query) {
        TargetDependencies attached = attached(query);
        return new TargetDependencies(
                attached.globalCluster(),
                attached.proxies(),
                attached.blueGreenDeployments(),
                List.of(),
                query.subnetGroup().map(this::vpc).orElse(Map.of()),
                Map.of(),
                home.account().quotas().stream()
                        .collect(Collectors.toMap(one -> one.name(), one -> one.max() - one.used())),
                query.product().map(new SimulatedOffers(home.offerings())::of).orElse(Map.of()),
                List.of(),
                false,
                query.target().isPresent() ? scaling(query.name()) : ReplicaScaling.NONE);
    }

    private TargetDependencies attached(TargetDependencies.Query query) {
        return query.target()
                .map(arn -> TargetDependencies.attached(
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
                .orElse(TargetDependencies.NOTHING);
    }

    private Map<String, String> vpc(String subnetGroup) {
        return home.groups().describe(Group.Kind.SUBNET, subnetGroup, PageRequest.FIRST).items().stream()
                .collect(Collectors.toMap(Group::name, Group::vpc));
    }

    @Override
    public Uni<Void> setProtection(String cluster, boolean on) {
        ClusterChanges change = ClusterChanges.protection(on);
        return RdsCalls.call(() -> home.clusters().modify(ModifyCluster.settings(cluster, change)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> stopCluster(String cluster) {
        return RdsCalls.call(() -> home.clusters().stop(cluster)).replaceWithVoid();
    }

    @Override
    public Uni<Void> startCluster(String cluster) {
        return RdsCalls.call(() -> home.clusters().start(cluster)).replaceWithVoid();
    }

    @Override
    public Uni<Void> addRole(String cluster, String feature, String roleArn) {
        return RdsCalls.call(() -> {
                    home.roles().add(cluster, roleArn, feature);
                    return true;
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> enableDataApi(String arn) {
        return changed(
                arn.substring(arn.lastIndexOf(':') + 1),
                ClusterChanges.further(Map.of(Attribute.DATA_API.setting(), "true")));
    }

    @Override
    public Uni<Void> changeCluster(String cluster, ClusterSettings settings) {
        ClusterChanges changes = new ClusterChanges(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                settings.backupRetentionDays().orElse(null),
                settings.backupWindow().orElse(null),
                settings.maintenanceWindow().orElse(null),
                ManagedPassword.AS_IT_IS,
                settings.attributes().bySetting());
        return changed(cluster, changes);
    }

    private Uni<Void> changed(String cluster, ClusterChanges changes) {
        return RdsCalls.call(() -> home.clusters().modify(ModifyCluster.settings(cluster, changes)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> renameInstance(String from, String to) {
        ModifyInstance rename = new ModifyInstance(from, to, InstanceChanges.NONE);
        return RdsCalls.call(() -> home.instances().modify(rename)).replaceWithVoid();
    }

    @Override
    public Uni<Void> rebootInstance(String instance) {
        return RdsCalls.call(() -> home.instances().reboot(instance)).replaceWithVoid();
    }

    @Override
    public Uni<Void> snapshotCluster(String snapshot, String cluster, Map<String, String> tags) {
        CreateSnapshot wanted = new CreateSnapshot(snapshot, cluster, tags);
        return RdsCalls.call(() -> home.snapshots().create(wanted)).replaceWithVoid();
    }

    @Override
    public Uni<Void> deleteInstance(String instance) {
        return RdsCalls.call(() -> home.instances().delete(instance)).replaceWithVoid();
    }

    @Override
    public Uni<Void> deleteCluster(String cluster, boolean keepsBackups) {
        return RdsCalls.call(() -> home.clusters().delete(new ClusterDeleteRequest(cluster, true, null, !keepsBackups)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> untag(String arn, List<String> keys) {
        return RdsCalls.call(() -> {
                    home.tags().remove(arn, keys);
                    return true;
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> tag(String arn, Map<String, String> tags) {
        return RdsCalls.call(() -> {
                    home.tags().add(arn, tags);
                    return true;
                })
                .replaceWithVoid();
    }
}
