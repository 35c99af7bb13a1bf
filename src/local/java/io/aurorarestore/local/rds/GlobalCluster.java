package io.aurorarestore.local.rds;

import java.util.List;

/**
 * A global cluster.
 *
 * @param members the writer first
 */
public record GlobalCluster(String id, String arn, String resourceId, List<DbCluster> members) {}
