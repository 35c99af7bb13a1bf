package io.aurorarestore.local.rds;

import org.jspecify.annotations.Nullable;

/** A cluster to delete: either {@code skipFinalSnapshot}, or the name of the final snapshot. */
public record ClusterDeleteRequest(
        String cluster, boolean skipFinalSnapshot, @Nullable String finalSnapshot, boolean deleteAutomatedBackups) {

    public static ClusterDeleteRequest withoutSnapshot(String cluster) {
        return new ClusterDeleteRequest(cluster, true, null, true);
    }

    public static ClusterDeleteRequest withSnapshot(String cluster, String finalSnapshot) {
        return new ClusterDeleteRequest(cluster, false, finalSnapshot, true);
    }
}
