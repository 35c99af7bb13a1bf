package io.aurorarestore.local.rds;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A cluster that is there from the start.
 *
 * @param instances names, the writer first
 */
public record SeedCluster(
        String id,
        DataVolume volume,
        PlainClusterSettings settings,
        Instant created,
        List<String> instances,
        String instanceClass,
        Map<String, String> tags) {

    /** An Aurora PostgreSQL cluster with default settings. */
    public static SeedCluster of(String id, DataVolume volume, Instant created, String... instances) {
        return new SeedCluster(
                id,
                volume,
                PlainClusterSettings.defaults(volume.family()),
                created,
                List.of(instances),
                "db.r6g.large",
                Map.of());
    }

    public SeedCluster tagged(Map<String, String> other) {
        return new SeedCluster(id, volume, settings, created, instances, instanceClass, other);
    }

    public SeedCluster with(ClusterChanges changes) {
        return new SeedCluster(id, volume, settings.with(changes), created, instances, instanceClass, tags);
    }

    public SeedCluster in(String subnets) {
        return new SeedCluster(id, volume, settings.inSubnets(subnets), created, instances, instanceClass, tags);
    }

    public SeedCluster ofClass(String otherClass) {
        return new SeedCluster(id, volume, settings, created, instances, otherClass, tags);
    }
}
