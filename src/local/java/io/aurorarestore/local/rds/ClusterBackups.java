package io.aurorarestore.local.rds;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The automated backups of a region: of its clusters, and of deleted ones whose backups were kept. */
public final class ClusterBackups {

    private final RegionState site;

    ClusterBackups(RegionState site) {
        this.site = site;
    }

    /**
     * @param cluster the name that a cluster has, or had when it was deleted, or null
     * @param resourceId or null
     */
    public Page<ClusterBackup> describe(@Nullable String cluster, @Nullable String resourceId, PageRequest page) {
        return site.world().call("DescribeDBClusterAutomatedBackups", () -> {
            List<ClusterBackup> found = Stream.concat(
                            site.directory().clusters().stream().map(one -> new ClusterBackup(site.view(one), false)),
                            site.directory().retained().stream())
                    .filter(one -> cluster == null || one.cluster().id().equals(cluster.toLowerCase(Locale.ROOT)))
                    .filter(one ->
                            resourceId == null || one.cluster().resourceId().equals(resourceId))
                    .toList();
            if (resourceId != null && found.isEmpty()) {
                throw RdsRefusals.noBackup(resourceId);
            }
            return page.of(found, one -> one.cluster().resourceId());
        });
    }
}
