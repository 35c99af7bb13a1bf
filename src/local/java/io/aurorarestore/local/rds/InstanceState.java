package io.aurorarestore.local.rds;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An instance inside the model; it follows its cluster through a rename. Under the model's lock only. */
final class InstanceState {

    private final ClusterState cluster;
    private final String resourceId;
    private final Instant created;
    private final ResourceStatus status;
    private final Map<String, String> tags;
    private String id;
    private InstanceDetails settings;
    private boolean writer;
    private boolean serving;
    private @Nullable String pendingId;

    InstanceState(
            String id,
            String resourceId,
            ClusterState cluster,
            InstanceDetails settings,
            Instant created,
            ResourceStatus status,
            Map<String, String> tags) {
        this.id = id;
        this.resourceId = resourceId;
        this.cluster = cluster;
        this.settings = settings;
        this.created = created;
        this.status = status;
        this.tags = new TreeMap<>(tags);
        this.serving = status.is(ResourceStatus.AVAILABLE);
    }

    String id() {
        return id;
    }

    ClusterState cluster() {
        return cluster;
    }

    InstanceDetails settings() {
        return settings;
    }

    ResourceStatus status() {
        return status;
    }

    Map<String, String> tags() {
        return tags;
    }

    boolean writer() {
        return writer;
    }

    void promote() {
        writer = true;
    }

    /** Whether it answers at its cluster's endpoint, as long as the cluster is not stopped. */
    boolean serves() {
        return serving;
    }

    void serve(boolean on) {
        serving = on;
    }

    /** Notes the name that a rename under way will give it. */
    void pend(String newId) {
        pendingId = newId;
    }

    Optional<String> pendingId() {
        return Optional.ofNullable(pendingId);
    }

    boolean isGetting(String name) {
        return name.equals(pendingId) && status.is(ResourceStatus.RENAMING);
    }

    void rename(String newId) {
        id = newId;
        pendingId = null;
    }

    void change(InstanceChanges changes) {
        settings = settings.with(changes);
    }

    DbCluster.Member membership() {
        return new DbCluster.Member(id, writer, settings.promotionTier());
    }

    DbInstance view(String region, RdsAccount world) {
        return new DbInstance(
                id,
                new Arn(region, world.account(), "db", id).toString(),
                resourceId,
                status.shown(),
                created,
                cluster.id(),
                cluster.volume(),
                cluster.settings(),
                settings,
                writer,
                cluster.port(region, world),
                Groups.vpc(world.directory(region), cluster.settings().subnetGroup()),
                Map.copyOf(tags));
    }
}
