package io.aurorarestore.local.rds;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What there is in a region, by name. Under the model's lock only. */
final class ResourceIndex {

    private final String region;
    private final String account;
    private final SortedMap<String, ClusterState> clusters = new TreeMap<>();
    private final SortedMap<String, InstanceState> instances = new TreeMap<>();
    private final SortedMap<String, SnapshotState> snapshots = new TreeMap<>();
    private final SortedMap<String, Group> groups = new TreeMap<>();
    private final Map<String, ClusterBackup> retained = new TreeMap<>();
    private final Map<Arn, CompletionStage<Void>> leaving = new HashMap<>();

    ResourceIndex(String region, String account) {
        this.region = region;
        this.account = account;
    }

    String region() {
        return region;
    }

    /** The ARN that an id or an ARN of a kind of resource means here. */
    Arn arn(String kind, String idOrArn) {
        return Arn.parse(idOrArn).orElseGet(() -> new Arn(region, account, kind, idOrArn.toLowerCase(Locale.ROOT)));
    }

    Optional<ClusterState> findCluster(String idOrArn) {
        return Optional.ofNullable(clusters.get(local("cluster", idOrArn)));
    }

    ClusterState cluster(String idOrArn) {
        return findCluster(idOrArn).orElseThrow(() -> RdsRefusals.noCluster(Arn.id(idOrArn)));
    }

    Optional<InstanceState> findInstance(String idOrArn) {
        return Optional.ofNullable(instances.get(local("db", idOrArn)));
    }

    InstanceState instance(String idOrArn) {
        return findInstance(idOrArn).orElseThrow(() -> RdsRefusals.noInstance(Arn.id(idOrArn)));
    }

    Optional<SnapshotState> findSnapshot(String idOrArn) {
        return Optional.ofNullable(
                snapshots.get(arn("cluster-snapshot", idOrArn).toString()));
    }

    SnapshotState snapshot(String idOrArn) {
        return findSnapshot(idOrArn).orElseThrow(() -> RdsRefusals.noSnapshot(idOrArn));
    }

    Optional<Group> findGroup(Group.Kind kind, String nameOrArn) {
        return Optional.ofNullable(
                groups.get(kind.key(arn(kind.arnKind(), nameOrArn).id())));
    }

    List<ClusterState> clusters() {
        return List.copyOf(clusters.values());
    }

    List<InstanceState> instances() {
        return List.copyOf(instances.values());
    }

    List<SnapshotState> snapshots() {
        return List.copyOf(snapshots.values());
    }

    List<Group> groups(Group.Kind kind) {
        return groups.values().stream().filter(group -> group.kind() == kind).toList();
    }

    List<ClusterBackup> retained() {
        return List.copyOf(retained.values());
    }

    void retain(ClusterBackup backup) {
        retained.put(backup.cluster().resourceId(), backup);
    }

    /** Notes that a snapshot's volume is still being removed, until this is done. */
    void leaving(Arn snapshot, CompletionStage<Void> until) {
        leaving.put(snapshot, until);
    }

    /** Done when nothing of an earlier snapshot of that name is left. */
    CompletionStage<Void> left(Arn snapshot) {
        return leaving.getOrDefault(snapshot, CompletableFuture.completedStage(null));
    }

    void add(ClusterState cluster) {
        clusters.put(cluster.id(), cluster);
    }

    void add(InstanceState instance) {
        instances.put(instance.id(), instance);
    }

    void add(SnapshotState snapshot) {
        snapshots.put(snapshot.arn().toString(), snapshot);
    }

    void add(Group group) {
        groups.put(group.kind().key(group.name()), group);
    }

    void remove(ClusterState cluster) {
        clusters.remove(cluster.id(), cluster);
    }

    void remove(InstanceState instance) {
        instances.remove(instance.id(), instance);
    }

    void remove(SnapshotState snapshot) {
        snapshots.remove(snapshot.arn().toString(), snapshot);
    }

    boolean holds(SnapshotState snapshot) {
        return snapshots.get(snapshot.arn().toString()) == snapshot;
    }

    private String local(String kind, String idOrArn) {
        Arn arn = arn(kind, idOrArn);
        return arn.equals(new Arn(region, account, kind, arn.id())) ? arn.id() : "";
    }
}
