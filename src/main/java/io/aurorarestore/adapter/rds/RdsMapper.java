package io.aurorarestore.adapter.rds;

import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.ClusterFeature;
import io.aurorarestore.model.aws.Endpoint;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.Scaling;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.ActivityStreamStatus;
import software.amazon.awssdk.services.rds.model.ClusterScalabilityType;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBClusterRole;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBParameterGroupStatus;
import software.amazon.awssdk.services.rds.model.MasterUserSecret;
import software.amazon.awssdk.services.rds.model.ServerlessV2ScalingConfigurationInfo;
import software.amazon.awssdk.services.rds.model.Tag;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** Maps RDS's shapes to the model, and back. */
final class RdsMapper {

    /** What RDS shows as the size of many a volume of Aurora, in GiB, however large that is. */
    private static final int SAYS_NOTHING = 1;

    private RdsMapper() {}

    static Snapshot snapshot(DBClusterSnapshot seen) {
        return new Snapshot(
                seen.dbClusterSnapshotIdentifier(),
                seen.dbClusterSnapshotArn(),
                text(seen.dbClusterIdentifier()),
                text(seen.status()),
                seen.percentProgress() == null ? 0 : seen.percentProgress(),
                Objects.requireNonNullElse(seen.snapshotCreateTime(), Instant.EPOCH),
                text(seen.engine()),
                text(seen.engineVersion()),
                text(seen.masterUsername()),
                Optional.ofNullable(seen.kmsKeyId()),
                seen.kmsKeyId() != null || Boolean.TRUE.equals(seen.storageEncrypted()),
                Optional.ofNullable(seen.sourceDBClusterSnapshotArn()),
                Optional.ofNullable(seen.snapshotType()),
                Optional.ofNullable(seen.dbClusterResourceId()),
                tags(seen.tagList()),
                Optional.ofNullable(seen.allocatedStorage()).filter(gib -> gib > SAYS_NOTHING));
    }

    static Cluster cluster(DBCluster seen) {
        return new Cluster(
                seen.dbClusterIdentifier(),
                seen.dbClusterArn(),
                text(seen.dbClusterResourceId()),
                status(seen),
                text(seen.masterUsername()),
                new Endpoint(text(seen.endpoint()), seen.port() == null ? 0 : seen.port()),
                members(seen),
                settings(seen),
                Optional.ofNullable(seen.kmsKeyId()),
                Optional.ofNullable(seen.masterUserSecret()).map(MasterUserSecret::secretArn),
                tags(seen.tagList()),
                features(seen),
                Optional.ofNullable(seen.masterUserSecret()).map(MasterUserSecret::kmsKeyId),
                Optional.ofNullable(seen.clusterCreateTime()),
                Optional.ofNullable(seen.engineVersion()));
    }

    private static Set<ClusterFeature> features(DBCluster seen) {
        Set<ClusterFeature> features = EnumSet.noneOf(ClusterFeature.class);
        if (seen.limitlessDatabase() != null || seen.clusterScalabilityType() == ClusterScalabilityType.LIMITLESS) {
            features.add(ClusterFeature.LIMITLESS);
        }
        if (seen.activityStreamStatus() == ActivityStreamStatus.STARTED
                || seen.activityStreamStatus() == ActivityStreamStatus.STARTING) {
            features.add(ClusterFeature.ACTIVITY_STREAM);
        }
        if (text(seen.dbSubnetGroup()).isEmpty() && !text(seen.status()).equals("creating")) {
            features.add(ClusterFeature.EXPRESS);
        }
        if (!text(seen.engine()).isEmpty() && !text(seen.engine()).startsWith("aurora")) {
            features.add(ClusterFeature.NOT_AURORA);
        }
        return features;
    }

    /** For a moment after a rename was accepted a cluster is still shown as available, with its new name pending. */
    private static String status(DBCluster seen) {
        boolean renaming = seen.pendingModifiedValues() != null
                && seen.pendingModifiedValues().dbClusterIdentifier() != null;
        return renaming ? "renaming" : text(seen.status());
    }

    private static List<String> members(DBCluster seen) {
        return seen.dbClusterMembers().stream()
                .sorted(Comparator.comparing((DBClusterMember one) -> !Boolean.TRUE.equals(one.isClusterWriter()))
                        .thenComparing(DBClusterMember::dbInstanceIdentifier))
                .map(DBClusterMember::dbInstanceIdentifier)
                .toList();
    }

    private static ClusterSettings settings(DBCluster seen) {
        return ClusterSettings.builder()
                .with(ClusterSetting.SERVERLESS_V2, scaling(seen.serverlessV2ScalingConfiguration()))
                .with(ClusterSetting.PORT, seen.port())
                .with(ClusterSetting.SUBNET_GROUP, seen.dbSubnetGroup())
                .with(
                        ClusterSetting.SECURITY_GROUPS,
                        seen.vpcSecurityGroups().stream()
                                .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
                                .toList())
                .with(ClusterSetting.CLUSTER_PARAMETER_GROUP, ownGroup(seen.dbClusterParameterGroup()))
                .with(ClusterSetting.LOG_EXPORTS, seen.enabledCloudwatchLogsExports())
                .with(ClusterSetting.IAM_AUTHENTICATION, seen.iamDatabaseAuthenticationEnabled())
                .with(ClusterSetting.DELETION_PROTECTION, seen.deletionProtection())
                .with(ClusterSetting.BACKUP_RETENTION_DAYS, seen.backupRetentionPeriod())
                .with(ClusterSetting.BACKUP_WINDOW, seen.preferredBackupWindow())
                .with(ClusterSetting.MAINTENANCE_WINDOW, seen.preferredMaintenanceWindow())
                .with(
                        ClusterSetting.ROLES,
                        seen.associatedRoles().stream()
                                .collect(Collectors.toUnmodifiableMap(
                                        role -> text(role.featureName()), DBClusterRole::roleArn, (one, other) -> one)))
                .attributes(RdsAttributes.of(seen))
                .build();
    }

    /** RDS's default groups go by version: a restored cluster gets the one of its own by itself. */
    private static @Nullable String ownGroup(@Nullable String name) {
        return name == null || name.startsWith("default.") ? null : name;
    }

    private static @Nullable Scaling scaling(@Nullable ServerlessV2ScalingConfigurationInfo seen) {
        return seen == null || seen.maxCapacity() == null
                ? null
                : new Scaling(
                        seen.minCapacity(), seen.maxCapacity(), Optional.ofNullable(seen.secondsUntilAutoPause()));
    }

    static Instance instance(DBInstance seen) {
        return new Instance(
                seen.dbInstanceIdentifier(),
                seen.dbInstanceArn(),
                text(seen.dbiResourceId()),
                status(seen),
                text(seen.dbInstanceClass()),
                settings(seen),
                tags(seen.tagList()));
    }

    private static String status(DBInstance seen) {
        boolean renaming = seen.pendingModifiedValues() != null
                && seen.pendingModifiedValues().dbInstanceIdentifier() != null;
        return renaming ? "renaming" : text(seen.dbInstanceStatus());
    }

    private static ClusterSettings settings(DBInstance seen) {
        return ClusterSettings.builder()
                .with(
                        ClusterSetting.INSTANCE_PARAMETER_GROUP,
                        seen.dbParameterGroups().stream()
                                .map(DBParameterGroupStatus::dbParameterGroupName)
                                .map(RdsMapper::ownGroup)
                                .filter(Objects::nonNull)
                                .findFirst())
                .with(ClusterSetting.PUBLICLY_ACCESSIBLE, seen.publiclyAccessible())
                .with(ClusterSetting.CA_CERTIFICATE, seen.caCertificateIdentifier())
                .with(ClusterSetting.MAINTENANCE_WINDOW, seen.preferredMaintenanceWindow())
                .attributes(RdsAttributes.of(seen))
                .build();
    }

    static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    private static Map<String, String> tags(List<Tag> tags) {
        return tags.stream().collect(Collectors.toUnmodifiableMap(Tag::key, tag -> text(tag.value()), (a, b) -> b));
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
