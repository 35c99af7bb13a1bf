package io.aurorarestore.local.rds;

import java.time.Instant;
import java.util.Optional;

/** Checks whether a cluster's data of a moment can be restored as they are asked for, in RDS's order. */
record PointInTime(RegionState site, RestoreToPointInTime request) {

    /** The cluster as it is, or was when it was deleted. */
    DbCluster source() {
        ClusterBackup found = request.sourceResource() != null
                ? ofResource(request.sourceResource())
                : new ClusterBackup(site.view(site.directory().cluster(String.valueOf(request.source()))), false);
        checkTime(found.cluster());
        if (request.copyOnWrite()) {
            checkClone(found);
        }
        checkKey(found.cluster());
        return found.cluster();
    }

    private ClusterBackup ofResource(String id) {
        return site.directory()
                .clusterOfResource(id)
                .map(one -> new ClusterBackup(site.view(one), false))
                .or(() -> site.directory().retained().stream()
                        .filter(one -> one.cluster().resourceId().equals(id))
                        .findFirst())
                .orElseThrow(() -> RdsRefusals.noBackup(id));
    }

    /** Empty: all there is. */
    Optional<Instant> time() {
        return Optional.ofNullable(request.time());
    }

    private void checkTime(DbCluster source) {
        if ((request.time() == null) == !request.latest()) {
            throw RdsError.invalidCombination(
                    "Specify either RestoreToTime or UseLatestRestorableTime, and not both of them.");
        }
        if (request.time() != null && !source.backups().hold(request.time())) {
            throw RdsError.invalidValue("The cluster %s can be restored to times from %s to %s only."
                    .formatted(
                            source.id(),
                            source.backups().earliest(),
                            source.backups().latest()));
        }
    }

    private void checkClone(ClusterBackup source) {
        if (request.time() != null) {
            throw RdsError.invalidCombination("RestoreToTime can not be specified when RestoreType is copy-on-write.");
        }
        if (source.retained() || source.cluster().members().isEmpty()) {
            throw RdsRefusals.clusterState("The source cluster %s has no DB instance."
                    .formatted(source.cluster().id()));
        }
        if (!source.cluster().status().equals(ResourceStatus.AVAILABLE)) {
            throw RdsRefusals.clusterState("The source cluster %s is in the %s state."
                    .formatted(source.cluster().id(), source.cluster().status()));
        }
    }

    private void checkKey(DbCluster source) {
        String own = source.volume().kmsKeyId();
        String asked = request.kmsKeyId();
        if (asked != null && (own == null || (request.copyOnWrite() && !own.equals(Keys.resolve(site, asked))))) {
            throw RdsError.invalidCombination("The key %s can not be used for what is restored from the cluster %s."
                    .formatted(asked, source.id()));
        }
    }
}
