package io.aurorarestore.local.rds;

import org.jspecify.annotations.Nullable;

/** A cluster to delete: either {@code skipFinalSnapshot}, or the name of the final snapshot. */
public record DeleteCluster(
        String cluster, boolean skipFinalSnapshot, @Nullable String finalSnapshot, boolean deleteAutomatedBackups) {

    public static DeleteCluster withoutSnapshot(String cluster) {
        return new DeleteCluster(cluster, true, null, true);
    }

    public static DeleteCluster withSnapshot(String cluster, String finalSnapshot) {
        return new DeleteCluster(cluster, false, finalSnapshot, true);
    }
}
