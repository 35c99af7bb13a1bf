package io.aurorarestore.local.rds;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts a cluster into a state as if it had always been so, without events; a name that is null ends the relation. */
public final class ClusterSeed {

    private final RegionState site;
    private final String id;

    ClusterSeed(RegionState site, String id) {
        this.site = site;
        this.id = id;
    }

    public ClusterSeed globalCluster(@Nullable String name) {
        return attached(one -> one.inGlobalCluster(name));
    }

    public ClusterSeed proxy(@Nullable String name) {
        return attached(one -> one.behindProxy(name));
    }

    public ClusterSeed blueGreen(@Nullable String name) {
        return attached(one -> one.inBlueGreen(name));
    }

    public ClusterSeed integration(@Nullable String name) {
        return attached(one -> one.withIntegration(name));
    }

    /** One custom endpoint more, or none at all. */
    public ClusterSeed customEndpoint(@Nullable String name) {
        return attached(one -> name == null ? one.withoutEndpoints() : one.withEndpoint(name));
    }

    public ClusterSeed role(String arn, String feature) {
        return attached(one -> one.withRoles(List.of(new Attached.Role(arn, feature))));
    }

    /** What was changed since its latest snapshot. */
    public ClusterSeed with(ClusterChanges changes) {
        return changed(cluster -> cluster.change(changes));
    }

    /** RDS keeps its master password. */
    public ClusterSeed managedSecret(String arn, String kmsKeyId) {
        return attached(one -> one.withSecret(new Attached.Secret(arn, "active", kmsKeyId)));
    }

    /** What one of its instances has for itself. */
    public ClusterSeed instance(String name, InstanceChanges changes, Map<String, String> tags) {
        return changed(cluster -> {
            InstanceState instance = site.directory().instance(name);
            instance.change(changes);
            instance.tags().putAll(tags);
        });
    }

    public ClusterSeed deletionProtection(boolean on) {
        return changed(cluster -> cluster.change(ClusterChanges.protection(on)));
    }

    /** Stopped with its instances, or all of them available. */
    public ClusterSeed stopped(boolean off) {
        return changed(cluster -> {
            String status = off ? ResourceStatus.STOPPED : ResourceStatus.AVAILABLE;
            cluster.status().become(status);
            cluster.members().forEach(instance -> instance.status().become(status));
            if (cluster.served() && off) {
                site.data().stop(cluster.resourceId());
            } else if (cluster.served()) {
                site.serve(cluster);
            }
        });
    }

    /** In a status that passes by itself, or does not, for instance {@code backing-up}. */
    public ClusterSeed status(String word) {
        return changed(cluster -> cluster.status().become(word));
    }

    /** All its instances, for instance {@code rebooting}. */
    public ClusterSeed instances(String word) {
        return changed(cluster -> cluster.members().forEach(one -> one.status().become(word)));
    }

    /** In another state for a while, as by a backup or by maintenance; only where it is available. */
    public ClusterSeed passing(String status, Duration lasts) {
        return changed(cluster -> {
            if (cluster.status().is(ResourceStatus.AVAILABLE)) {
                cluster.status().become(status);
                site.world().after(lasts, () -> passed(cluster, status));
            }
        });
    }

    private static void passed(ClusterState cluster, String status) {
        if (cluster.status().is(status)) {
            cluster.status().become(ResourceStatus.AVAILABLE);
        }
    }

    public DbCluster view() {
        return site.world().locked(() -> site.view(site.directory().cluster(id)));
    }

    private ClusterSeed attached(UnaryOperator<Attached> change) {
        return changed(cluster -> site.directory().relate(cluster, change.apply(cluster.attached())));
    }

    private ClusterSeed changed(Consumer<ClusterState> change) {
        return site.world().locked(() -> {
            change.accept(site.directory().cluster(id));
            return this;
        });
    }
}
