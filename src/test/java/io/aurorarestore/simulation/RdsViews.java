package io.aurorarestore.simulation;

import io.aurorarestore.local.rds.Attached;
import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.DbInstance;
import io.aurorarestore.local.rds.DbSnapshot;
import io.aurorarestore.local.rds.InstanceDetails;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Endpoint;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.aws.SourceCluster;
import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
                seen.tags(),
                Optional.of(seen.volume().allocatedGib()));
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
                Optional.of(seen.created()),
                Optional.of(seen.volume().engineVersion()));
    }

    static SourceCluster source(DbCluster seen, boolean deleted, int clones) {
        return new SourceCluster(
                seen.id(),
                seen.arn(),
                seen.resourceId(),
                seen.status(),
                seen.volume().engine(),
                seen.volume().engineVersion(),
                "provisioned",
                seen.volume().encrypted(),
                Optional.ofNullable(seen.volume().kmsKeyId()),
                Optional.of(seen.backups().earliest()),
                Optional.of(seen.backups().latest()),
                deleted,
                seen.members().size(),
                clones,
                Optional.of("default"));
    }

    private static ClusterSettings settings(DbCluster seen) {
        return ClusterSettings.builder()
                .with(ClusterSetting.SUBNET_GROUP, seen.settings().subnetGroup())
                .with(ClusterSetting.SECURITY_GROUPS, seen.settings().securityGroups())
                .with(
                        ClusterSetting.CLUSTER_PARAMETER_GROUP,
                        seen.settings().parameterGroup().startsWith("default.")
                                ? null
                                : seen.settings().parameterGroup())
                .with(ClusterSetting.DELETION_PROTECTION, seen.settings().deletionProtection())
                .with(ClusterSetting.BACKUP_RETENTION_DAYS, seen.settings().backupRetentionDays())
                .with(ClusterSetting.BACKUP_WINDOW, seen.settings().backupWindow())
                .with(ClusterSetting.MAINTENANCE_WINDOW, seen.settings().maintenanceWindow())
                .with(
                        ClusterSetting.ROLES,
                        seen.attached().roles().stream()
                                .collect(Collectors.toMap(Attached.Role::feature, Attached.Role::arn)))
                .attributes(RdsNames.attributes(seen.settings().further()))
                .build();
    }

    static Instance seen(DbInstance seen) {
        return new Instance(
                seen.id(),
                seen.arn(),
                seen.resourceId(),
                seen.status(),
                seen.settings().instanceClass(),
                settings(seen.settings()),
                seen.tags());
    }

    private static ClusterSettings settings(InstanceDetails seen) {
        return ClusterSettings.builder()
                .with(
                        ClusterSetting.INSTANCE_PARAMETER_GROUP,
                        seen.parameterGroup().startsWith("default.") ? null : seen.parameterGroup())
                .with(ClusterSetting.PUBLICLY_ACCESSIBLE, seen.publiclyAccessible())
                .attribute(Attribute.PROMOTION_TIERS, seen.promotionTier())
                .attribute(Attribute.AVAILABILITY_ZONES, seen.availabilityZone())
                .attributes(RdsNames.attributes(seen.further()))
                .build();
    }
}
