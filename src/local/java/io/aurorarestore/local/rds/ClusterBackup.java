package io.aurorarestore.local.rds;

/**
 * The automated backups of a cluster as DescribeDBClusterAutomatedBackups shows them.
 *
 * @param cluster as it is, or was when it was deleted
 * @param retained whether it was deleted
 */
public record ClusterBackup(DbCluster cluster, boolean retained) {

    /** In the API's word. */
    public String status() {
        return retained ? "retained" : "active";
    }
}
