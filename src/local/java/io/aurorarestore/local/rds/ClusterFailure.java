package io.aurorarestore.local.rds;

import java.util.Optional;

/**
 * What RDS says when a cluster could not be made. It documents an event for incompatible resources and one for
 * insufficient limits, and none for the other ways to fail: those are seen by a Describe only.
 */
final class ClusterFailure {

    private ClusterFailure() {}

    static Optional<EventKind> event(String status) {
        if (status.startsWith("incompatible-")) {
            return Optional.of(EventKind.CLUSTER_INCOMPATIBLE);
        }
        return status.equals(Status.FAILED) ? Optional.of(EventKind.CLUSTER_OVER_LIMITS) : Optional.empty();
    }
}
