package io.aurorarestore.adapter.rds;

import io.aurorarestore.model.aws.ClusterMoment;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.aws.SourceCluster;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.Scaling;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.port.InstanceSpec;
import io.aurorarestore.port.MasterChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotRequest;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterToPointInTimeRequest;
import software.amazon.awssdk.services.rds.model.ServerlessV2ScalingConfiguration;

/** Builds the RDS requests with many fields. What is not said stays out: RDS then decides. */
final class RdsRequests {

    private RdsRequests() {}

    /** Deletion protection waits until after the pivot. */
    static RestoreDbClusterFromSnapshotRequest restore(
            String cluster, Snapshot from, ClusterSettings settings, Map<String, String> tags) {
        return restored(cluster, settings, tags)
                .snapshotIdentifier(from.arn())
                .engine(from.engine())
                .engineVersion(settings.engineVersion().orElse(from.engineVersion()))
                .kmsKeyId(from.encrypted() ? null : settings.kmsKeyId().orElse(null))
                .build();
    }

    /**
     * The version follows the source. A time is always said, but of a deleted cluster's last one: what RDS means by the
     * latest moves on, and a call that is made twice shall mean the same.
     */
    static RestoreDbClusterToPointInTimeRequest restore(
            String cluster, ClusterMoment from, ClusterSettings settings, Map<String, String> tags) {
        RestoreDbClusterToPointInTimeRequest.Builder request = RestoreDbClusterToPointInTimeRequest.builder();
        copy(restored(cluster, settings, tags).build(), request);
        SourceCluster source = from.cluster();
        boolean asOfNow = from.isClone() || from.isAllThereIs();
        return request.sourceDBClusterIdentifier(source.deleted() ? null : source.name())
                .sourceDbClusterResourceId(source.deleted() ? source.resourceId() : null)
                .restoreType(from.isClone() ? "copy-on-write" : "full-copy")
                .restoreToTime(from.isAllThereIs() ? null : from.at().orElse(null))
                .useLatestRestorableTime(asOfNow ? Boolean.TRUE : null)
                .kmsKeyId(from.newKey().orElse(null))
                .build();
    }

    /** All that both calls take and that has the same name in both. */
    private static void copy(SdkPojo from, SdkPojo to) {
        Map<String, SdkField<?>> fields = to.sdkFieldNameToField();
        for (SdkField<?> field : from.sdkFields()) {
            Object value = field.getValueOrDefault(from);
            SdkField<?> same = fields.get(field.memberName());
            if (value != null && same != null) {
                same.set(to, value);
            }
        }
    }

    /** What every restored cluster is made with, whatever it is restored from. */
    private static RestoreDbClusterFromSnapshotRequest.Builder restored(
            String cluster, ClusterSettings settings, Map<String, String> tags) {
        RestoreDbClusterFromSnapshotRequest.Builder request = RestoreDbClusterFromSnapshotRequest.builder()
                .dbClusterIdentifier(cluster)
                .port(settings.port().orElse(null))
                .dbSubnetGroupName(settings.subnetGroup().orElse(null))
                .vpcSecurityGroupIds(orNull(settings.securityGroups()))
                .dbClusterParameterGroupName(settings.clusterParameterGroup().orElse(null))
                .enableCloudwatchLogsExports(orNull(settings.logExports()))
                .enableIAMDatabaseAuthentication(settings.iamAuthentication().orElse(null))
                .serverlessV2ScalingConfiguration(scaling(settings.serverlessV2()))
                .tags(RdsMapper.tags(tags));
        return RdsAttributes.give(request, RdsAttributes.OF_RESTORE, settings.attributes());
    }

    static CreateDbInstanceRequest create(InstanceSpec instance) {
        ClusterSettings settings = instance.settings();
        CreateDbInstanceRequest.Builder request = CreateDbInstanceRequest.builder()
                .dbInstanceIdentifier(instance.name())
                .dbClusterIdentifier(instance.cluster())
                .engine(instance.engine())
                .dbInstanceClass(instance.instanceClass())
                .dbParameterGroupName(settings.instanceParameterGroup().orElse(null))
                .publiclyAccessible(settings.publiclyAccessible().orElse(null))
                .caCertificateIdentifier(settings.caCertificate().orElse(null))
                .preferredMaintenanceWindow(settings.maintenanceWindow().orElse(null))
                .tags(RdsMapper.tags(instance.tags()));
        return RdsAttributes.give(request, RdsAttributes.OF_INSTANCE, settings.attributes())
                .build();
    }

    static ModifyDbClusterRequest change(String cluster, MasterChange change) {
        return changed(cluster, change.settings())
                .masterUserPassword(change.password().map(Sensitive::reveal).orElse(null))
                .manageMasterUserPassword(change.password().isPresent() ? null : Boolean.TRUE)
                .masterUserSecretKmsKeyId(
                        change.password().isPresent()
                                ? null
                                : change.managedKey().orElse(null))
                .build();
    }

    static ModifyDbClusterRequest change(String cluster, ClusterSettings settings) {
        return RdsAttributes.give(changed(cluster, settings), RdsAttributes.OF_CHANGE, settings.attributes())
                .build();
    }

    private static ModifyDbClusterRequest.Builder changed(String cluster, ClusterSettings settings) {
        return ModifyDbClusterRequest.builder()
                .dbClusterIdentifier(cluster)
                .backupRetentionPeriod(settings.backupRetentionDays().orElse(null))
                .preferredBackupWindow(settings.backupWindow().orElse(null))
                .preferredMaintenanceWindow(settings.maintenanceWindow().orElse(null))
                .applyImmediately(true);
    }

    private static @Nullable ServerlessV2ScalingConfiguration scaling(Optional<Scaling> wanted) {
        return wanted.map(scaling -> ServerlessV2ScalingConfiguration.builder()
                        .minCapacity(scaling.min())
                        .maxCapacity(scaling.max())
                        .secondsUntilAutoPause(scaling.secondsUntilAutoPause().orElse(null))
                        .build())
                .orElse(null);
    }

    private static @Nullable List<String> orNull(Optional<List<String>> some) {
        return some.filter(list -> !list.isEmpty()).orElse(null);
    }
}
