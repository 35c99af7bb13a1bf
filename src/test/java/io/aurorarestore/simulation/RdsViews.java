package io.aurorarestore.simulation;

import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.DbInstance;
import io.aurorarestore.local.rds.DbSnapshot;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Endpoint;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.settings.ClusterSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What RDS describes, as the engine sees it. */
final class RdsViews {

    private RdsViews() {}

    static Snapshot seen(DbSnapshot seen) {
        return new Snapshot(
                seen.id(),
                seen.arn(),
                seen.origin().cluster(),
                seen.status(),
                seen.percent(),
                seen.created(),
                seen.volume().engine(),
                seen.volume().engineVersion(),
                seen.volume().masterUser(),
                Optional.ofNullable(seen.volume().kmsKeyId()),
                Optional.ofNullable(seen.volume().kmsKeyId()).isPresent(),
                Optional.ofNullable(seen.copiedFrom()),
                Optional.of(seen.type()),
                Optional.of(seen.origin().resourceId()),
                seen.tags());
    }

    static Cluster seen(DbCluster seen) {
        return new Cluster(
                seen.id(),
                seen.arn(),
                seen.resourceId(),
                seen.pendingId() == null ? seen.status() : "renaming",
                seen.volume().masterUser(),
                new Endpoint("localhost", seen.port()),
                seen.members().stream().map(DbCluster.Member::instance).toList(),
                settings(seen),
                Optional.ofNullable(seen.volume().kmsKeyId()),
                Optional.empty(),
                seen.tags(),
                Set.of(),
                Optional.empty(),
                List.of());
    }

    private static ClusterSettings settings(DbCluster seen) {
        return ClusterSettings.builder()
                .subnetGroup(seen.settings().subnetGroup())
                .securityGroups(seen.settings().securityGroups())
                .clusterParameterGroup(
                        seen.settings().parameterGroup().startsWith("default.")
                                ? null
                                : seen.settings().parameterGroup())
                .deletionProtection(seen.settings().deletionProtection())
                .backupRetentionDays(seen.settings().backupRetentionDays())
                .build();
    }

    static Instance seen(DbInstance seen) {
        return new Instance(
                seen.id(),
                seen.arn(),
                seen.resourceId(),
                seen.status(),
                seen.settings().instanceClass(),
                Optional.ofNullable(seen.settings().parameterGroup()).filter(name -> !name.startsWith("default.")),
                Optional.empty(),
                Optional.empty(),
                seen.tags(),
                List.of());
    }
}
