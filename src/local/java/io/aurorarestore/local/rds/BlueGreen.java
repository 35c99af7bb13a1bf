package io.aurorarestore.local.rds;

/**
 * A blue/green deployment whose green cluster is ready.
 *
 * @param target the green cluster's ARN
 */
public record BlueGreen(String id, String name, DbCluster source, String target) {}
