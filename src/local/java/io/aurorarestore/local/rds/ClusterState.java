package io.aurorarestore.local.rds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A cluster inside the model. Under the model's lock only. */
final class ClusterState {

    private final String resourceId;
    private final DataVolume volume;
    private final Instant created;
    private final Instant backedUpFrom;
    private final String volumeGroup;
    private final ResourceStatus status;
    private final Map<String, String> tags;
    private final List<InstanceState> members = new ArrayList<>();
    private String id;
    private @Nullable String pendingId;
    private PlainClusterSettings settings;
    private Attached attached = Attached.NOTHING;

    ClusterState(
            String id,
            String resourceId,
            DataVolume volume,
            PlainClusterSettings settings,
            Instant created,
            ResourceStatus status,
            Map<String, String> tags,
            Instant backedUpFrom,
            String volumeGroup) {
        this.id = id;
        this.resourceId = resourceId;
        this.volume = volume;
        this.settings = settings;
        this.created = created;
        this.backedUpFrom = backedUpFrom;
        this.volumeGroup = volumeGroup;
        this.status = status;
        this.tags = new TreeMap<>(tags);
    }

    String id() {
        return id;
    }

    String resourceId() {
        return resourceId;
    }

    DataVolume volume() {
        return volume;
    }

    PlainClusterSettings settings() {
        return settings;
    }

    ResourceStatus status() {
        return status;
    }

    String volumeGroup() {
        return volumeGroup;
    }

    Map<String, String> tags() {
        return tags;
    }

    List<InstanceState> members() {
        return members;
    }

    Instant created() {
        return created;
    }

    Attached attached() {
        return attached;
    }

    void attach(Attached changed) {
        attached = changed;
    }

    void change(ClusterChanges changes) {
        settings = settings.with(changes);
    }

    /** Notes the name that a rename will give it, or null. */
    void pend(@Nullable String newId) {
        pendingId = newId;
    }

    Optional<String> pendingId() {
        return Optional.ofNullable(pendingId);
    }

    boolean isGetting(String name) {
        return name.equals(pendingId) && !status.is(ResourceStatus.AVAILABLE);
    }

    void rename(String newId) {
        id = newId;
        pendingId = null;
    }

    Optional<InstanceState> writer() {
        return members.stream().filter(InstanceState::writer).findFirst();
    }

    /** Whether an instance answers at its endpoint. */
    boolean served() {
        return members.stream().anyMatch(InstanceState::serves);
    }

    void join(InstanceState instance) {
        members.add(instance);
        promote();
    }

    /** Takes an instance out; if it was the writer, the reader of the lowest tier is promoted. */
    void leave(InstanceState instance) {
        members.remove(instance);
        promote();
    }

    private void promote() {
        if (writer().isEmpty()) {
            members.stream()
                    .min(Comparator.comparing(one -> one.settings().promotionTier()))
                    .ifPresent(InstanceState::promote);
        }
    }

    DbCluster view(String region, RdsAccount world) {
        return new DbCluster(
                id,
                new Arn(region, world.account(), "cluster", id).toString(),
                resourceId,
                status.shown(),
                created,
                volume,
                settings,
                port(region, world),
                members.stream()
                        .sorted(Comparator.comparing(InstanceState::writer)
                                .reversed()
                                .thenComparing(InstanceState::id))
                        .map(InstanceState::membership)
                        .toList(),
                Map.copyOf(tags),
                pendingId,
                attached,
                backups(world));
    }

    int port(String region, RdsAccount world) {
        return world.data().port(region, id, settings.port());
    }

    private Backups backups(RdsAccount world) {
        Instant saved = world.now().minus(world.options().logLag());
        return new Backups(backedUpFrom, saved.isBefore(backedUpFrom) ? backedUpFrom : saved, volumeGroup);
    }
}
