/**
 * The simulated RDS: clusters, instances and snapshots whose statuses take time, with AWS's refusals and events. The same
 * one stands behind the wire here and behind the ports in scenarios and simulated worlds. Where AWS is unsure it is stricter.
 * Never here: HTTP. Read {@code SimulatedRds} first, then {@code ClusterState}.
 */
package io.aurorarestore.local.rds;
