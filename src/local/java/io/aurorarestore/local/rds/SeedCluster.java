package io.aurorarestore.local.rds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cluster that is there from the start.
 *
 * @param instances names, the writer first
 * @param volumeGroup of the cluster whose clone it is, or null
 */
public record SeedCluster(
        String id,
        DataVolume volume,
        PlainClusterSettings settings,
        Instant created,
        List<String> instances,
        String instanceClass,
        Map<String, String> tags,
        @Nullable String volumeGroup) {

    /** An Aurora PostgreSQL cluster with default settings. */
    public static SeedCluster of(String id, DataVolume volume, Instant created, String... instances) {
        return new SeedCluster(
                id,
                volume,
                PlainClusterSettings.defaults(volume.family()),
                created,
                List.of(instances),
                "db.r6g.large",
                Map.of(),
                null);
    }

    public SeedCluster tagged(Map<String, String> other) {
        return new SeedCluster(id, volume, settings, created, instances, instanceClass, other, volumeGroup);
    }

    public SeedCluster with(ClusterChanges changes) {
        return new SeedCluster(
                id, volume, settings.with(changes), created, instances, instanceClass, tags, volumeGroup);
    }

    public SeedCluster in(String subnets) {
        return new SeedCluster(
                id, volume, settings.inSubnets(subnets), created, instances, instanceClass, tags, volumeGroup);
    }

    public SeedCluster ofClass(String otherClass) {
        return new SeedCluster(id, volume, settings, created, instances, otherClass, tags, volumeGroup);
    }

    /** A clone, made earlier. */
    public SeedCluster sharing(String otherVolumeGroup) {
        return new SeedCluster(id, volume, settings, created, instances, instanceClass, tags, otherVolumeGroup);
    }
}
