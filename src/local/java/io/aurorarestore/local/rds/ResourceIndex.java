package io.aurorarestore.local.rds;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What there is in a region, by name, and by what else is often asked for: nothing here takes longer in a large region but
 * to list all of it. Under the model's lock only.
 */
final class ResourceIndex {

    private final String region;
    private final String account;
    private final SortedMap<String, ClusterState> clusters = new TreeMap<>();
    private final SortedMap<String, InstanceState> instances = new TreeMap<>();
    private final SortedMap<String, SnapshotState> snapshots = new TreeMap<>();
    private final SortedMap<String, Group> groups = new TreeMap<>();
    private final Map<String, ClusterState> byResourceId = new HashMap<>();
    private final Map<String, Set<ClusterState>> clustersToGet = new HashMap<>();
    private final Map<String, Set<InstanceState>> instancesToGet = new HashMap<>();
    private final Set<ClusterState> related = new HashSet<>();
    private final Set<SnapshotState> copying = new HashSet<>();
    private final Map<String, ClusterBackup> retained = new TreeMap<>();
    private final Map<Arn, CompletionStage<Void>> leaving = new HashMap<>();

    private int ownedSnapshots;

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

    Optional<ClusterState> clusterOfResource(String resourceId) {
        return Optional.ofNullable(byResourceId.get(resourceId));
    }

    /** Those that belong to something, or to which something belongs. */
    Stream<ClusterState> related() {
        return related.stream().sorted(Comparator.comparing(ClusterState::id));
    }

    /** Whether a cluster has the name, or is about to get it by a rename under way. */
    boolean isClusterName(String name) {
        return clusters.containsKey(name)
                || clustersToGet.getOrDefault(name, Set.of()).stream().anyMatch(one -> one.isGetting(name));
    }

    /** Whether an instance has the name, or is about to get it by a rename under way. */
    boolean isInstanceName(String name) {
        return instances.containsKey(name)
                || instancesToGet.getOrDefault(name, Set.of()).stream().anyMatch(one -> one.isGetting(name));
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

    int clusterCount() {
        return clusters.size();
    }

    int instanceCount() {
        return instances.size();
    }

    int ownedSnapshots() {
        return ownedSnapshots;
    }

    /** How many snapshots are being copied to. */
    int copies() {
        return copying.size();
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
        byResourceId.put(cluster.resourceId(), cluster);
        relate(cluster, cluster.attached());
    }

    void add(InstanceState instance) {
        instances.put(instance.id(), instance);
    }

    void add(SnapshotState snapshot) {
        if (snapshots.put(snapshot.arn().toString(), snapshot) == null && snapshot.ownedManual()) {
            ownedSnapshots++;
        }
    }

    void add(Group group) {
        groups.put(group.kind().key(group.name()), group);
    }

    void remove(ClusterState cluster) {
        clusters.remove(cluster.id(), cluster);
        byResourceId.remove(cluster.resourceId());
        pend(cluster, null);
        related.remove(cluster);
    }

    void remove(InstanceState instance) {
        instances.remove(instance.id(), instance);
        instance.pendingId().ifPresent(name -> forget(instancesToGet, name, instance));
    }

    void remove(SnapshotState snapshot) {
        if (snapshots.remove(snapshot.arn().toString(), snapshot) && snapshot.ownedManual()) {
            ownedSnapshots--;
        }
        copying.remove(snapshot);
    }

    /** Notes the name that a rename will give a cluster, or null. */
    void pend(ClusterState cluster, @Nullable String newId) {
        cluster.pendingId().ifPresent(name -> forget(clustersToGet, name, cluster));
        cluster.pend(newId);
        if (newId != null) {
            clustersToGet.computeIfAbsent(newId, name -> new HashSet<>()).add(cluster);
        }
    }

    /** Notes the name that a rename will give an instance. */
    void pend(InstanceState instance, String newId) {
        instance.pendingId().ifPresent(name -> forget(instancesToGet, name, instance));
        instance.pend(newId);
        instancesToGet.computeIfAbsent(newId, name -> new HashSet<>()).add(instance);
    }

    private static <T> void forget(Map<String, Set<T>> byName, String name, T one) {
        byName.computeIfPresent(name, (same, some) -> some.remove(one) && some.isEmpty() ? null : some);
    }

    /** What belongs to a cluster, or it belongs to, is otherwise. */
    void relate(ClusterState cluster, Attached attached) {
        cluster.attach(attached);
        if (attached.equals(Attached.NOTHING)) {
            related.remove(cluster);
        } else {
            related.add(cluster);
        }
    }

    /** A copy counts until it is done, failed or deleted. */
    void addCopy(SnapshotState copy) {
        add(copy);
        copying.add(copy);
        copy.completion().whenComplete((done, problem) -> copying.remove(copy));
    }

    boolean holds(SnapshotState snapshot) {
        return snapshots.get(snapshot.arn().toString()) == snapshot;
    }

    private String local(String kind, String idOrArn) {
        Arn arn = arn(kind, idOrArn);
        return arn.equals(new Arn(region, account, kind, arn.id())) ? arn.id() : "";
    }
}
