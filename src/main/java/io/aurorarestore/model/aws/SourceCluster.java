package io.aurorarestore.model.aws;

import java.time.Instant;
import java.util.Optional;

/**
 * A cluster that data can be taken from, as DescribeDBClusters shows it, or, of one that was deleted,
 * DescribeDBClusterAutomatedBackups.
 *
 * @param resourceId {@code DbClusterResourceId}: never changes, not even by a rename
 * @param status RDS's own word for its state, or for that of its backups
 * @param engineMode RDS's word: {@code provisioned} for all but old kinds of clusters
 * @param encrypted whether its storage is; RDS may use a key of its own, which has no id here
 * @param earliest the first moment that its backups hold, if they hold any
 * @param latest the last one; it moves on with the cluster
 * @param deleted whether only its automated backups are left
 * @param instances how many it has
 * @param subnetGroup its DB subnet group, of one that is there
 * @param clones how many other clusters share its volume, as far as it was asked for
 */
public record SourceCluster(
        String name,
        String arn,
        String resourceId,
        String status,
        String engine,
        String engineVersion,
        String engineMode,
        boolean encrypted,
        Optional<String> kmsKeyId,
        Optional<Instant> earliest,
        Optional<Instant> latest,
        boolean deleted,
        int instances,
        int clones,
        Optional<String> subnetGroup) {

    public ResourceState state() {
        return ResourceState.of(status);
    }

    /** The times of which its data can be restored, in words. */
    public String window() {
        return earliest.map(Instant::toString).orElse("?") + " to "
                + latest.map(Instant::toString).orElse("?");
    }
}
