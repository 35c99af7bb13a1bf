/**
 * What AWS shows, as far as a restore cares: clusters, instances, snapshots, regions and accounts. Never here: the SDK's
 * types, which {@code adapter.rds} maps to these. Read {@code Cluster} first, then {@code ResourceState}.
 */
package io.aurorarestore.model.aws;
