package io.aurorarestore.local.rds;

import java.time.Duration;

/**
 * How long RDS takes, as reported by its users for small databases; a timeline may let it pass faster.
 *
 * @param snapshot creating a manual cluster snapshot
 * @param copyWithinRegion copying a snapshot in its region
 * @param copyAcrossRegions copying a snapshot from another region
 * @param restore restoring a snapshot to a cluster, without instances
 * @param createInstance creating an instance of a cluster
 * @param resetPassword changing the master password
 * @param rename renaming a cluster or an instance
 */
public record RdsDurations(
        Duration snapshot,
        Duration copyWithinRegion,
        Duration copyAcrossRegions,
        Duration restore,
        Duration createInstance,
        Duration resetPassword,
        Duration rename,
        Duration modifyInstance,
        Duration reboot,
        Duration deleteInstance,
        Duration deleteCluster,
        Duration stop,
        Duration start) {

    public static RdsDurations defaults() {
        return new RdsDurations(
                Duration.ofMinutes(3),
                Duration.ofMinutes(2),
                Duration.ofMinutes(8),
                Duration.ofMinutes(5),
                Duration.ofMinutes(4),
                Duration.ofSeconds(90),
                Duration.ofSeconds(60),
                Duration.ofMinutes(2),
                Duration.ofSeconds(30),
                Duration.ofMinutes(3),
                Duration.ofMinutes(2),
                Duration.ofMinutes(3),
                Duration.ofMinutes(4));
    }
}
