package io.aurorarestore.model.aws;

import java.util.Set;

/**
 * Reduces RDS's many statuses to those that a restore tells apart. A status that is not known means <em>still
 * changing</em>, and the step's deadline decides.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/accessing-monitoring.html">Statuses</a>
 */
public enum ResourceState {
    /** Usable now. */
    AVAILABLE,
    /** On its way to something else. */
    CHANGING,
    /** Stopped by somebody. */
    STOPPED,
    /** Will not become usable by waiting. */
    BROKEN,
    /** Being deleted. */
    LEAVING;

    private static final Set<String> USABLE = Set.of("available", "storage-optimization");
    private static final Set<String> STILL = Set.of("stopped", "stopping");
    private static final Set<String> LOST = Set.of(
            "failed",
            "cloning-failed",
            "migration-failed",
            "inaccessible-encryption-credentials",
            "inaccessible-encryption-credentials-recoverable",
            "incompatible-create",
            "incompatible-network",
            "incompatible-option-group",
            "incompatible-parameters",
            "incompatible-restore",
            "insufficient-capacity",
            "restore-error",
            "storage-full",
            "upgrade-failed");

    /** Reads the status of a cluster, an instance or a cluster snapshot. */
    public static ResourceState of(String status) {
        if (USABLE.contains(status)) {
            return AVAILABLE;
        }
        if (LOST.contains(status)) {
            return BROKEN;
        }
        if (STILL.contains(status)) {
            return STOPPED;
        }
        return "deleting".equals(status) || "deleted".equals(status) ? LEAVING : CHANGING;
    }
}
