package io.aurorarestore.local.rds;

import org.jspecify.annotations.Nullable;

/**
 * Changes to a cluster; what is null stays.
 *
 * @param newId its new name: now if {@code applyImmediately}, else pending for a maintenance window that never comes
 * @param masterPassword always applied at once
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBCluster.html">The API</a>
 */
public record ModifyCluster(
        String cluster,
        @Nullable String newId,
        boolean applyImmediately,
        @Nullable String masterPassword,
        ClusterChanges changes) {

    public static ModifyCluster rename(String cluster, String newId) {
        return new ModifyCluster(cluster, newId, true, null, ClusterChanges.NONE);
    }

    public static ModifyCluster password(String cluster, String password) {
        return new ModifyCluster(cluster, null, true, password, ClusterChanges.NONE);
    }

    public static ModifyCluster settings(String cluster, ClusterChanges changes) {
        return new ModifyCluster(cluster, null, true, null, changes);
    }

    /** Says what it does, but not the password. */
    @Override
    public String toString() {
        return "ModifyCluster[%s, newId=%s, masterPassword=%s]"
                .formatted(cluster, newId, masterPassword == null ? "kept" : "****");
    }
}
