package io.aurorarestore.local.rds;

import java.util.Map;

/**
 * An instance to create in a cluster.
 *
 * @param instanceClass for instance {@code db.r6g.large}, or {@code db.serverless} where the cluster has scaling set
 * @param engine the cluster's
 */
public record NewInstance(
        String instance,
        String cluster,
        String instanceClass,
        String engine,
        InstanceChanges settings,
        Map<String, String> tags) {

    public static NewInstance of(String instance, String cluster, Map<String, String> tags) {
        return new NewInstance(instance, cluster, "db.r6g.large", "aurora-postgresql", InstanceChanges.NONE, tags);
    }
}
