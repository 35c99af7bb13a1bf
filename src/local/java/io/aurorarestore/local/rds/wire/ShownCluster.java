package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.rds.Attached;
import io.aurorarestore.local.rds.CapacityLimits;
import io.aurorarestore.local.rds.ClusterBackup;
import io.aurorarestore.local.rds.DataVolume;
import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.EndpointKind;
import io.aurorarestore.local.rds.PlainClusterSettings;
import java.util.Map;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterAutomatedBackup;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBClusterRole;
import software.amazon.awssdk.services.rds.model.DomainMembership;

/** A cluster as the API shows it. */
final class ShownCluster {

    private ShownCluster() {}

    static DBCluster of(DbCluster cluster) {
        var shown = DBCluster.builder()
                .dbClusterIdentifier(cluster.id())
                .dbClusterArn(cluster.arn())
                .dbClusterResourceId(cluster.resourceId())
                .status(cluster.status())
                .clusterCreateTime(cluster.created())
                .endpoint(cluster.host(EndpointKind.WRITER))
                .readerEndpoint(cluster.host(EndpointKind.READER))
                .multiAZ(cluster.members().size() > 1)
                .dbClusterMembers(Shown.all(cluster.members(), ShownCluster::member))
                .pendingModifiedValues(pending -> pending.dbClusterIdentifier(cluster.pendingId()))
                .availabilityZones(Shown.zones(cluster.arn()))
                .earliestRestorableTime(cluster.backups().earliest())
                .latestRestorableTime(cluster.backups().latest())
                .cloneGroupId(cluster.backups().volumeGroup())
                .tagList(Shown.tags(cluster.tags()));
        volume(shown, cluster.volume());
        settings(shown, cluster.settings());
        attached(shown, cluster.attached());
        return shown.port(cluster.port()).build();
    }

    static DBClusterAutomatedBackup backup(ClusterBackup backup) {
        DbCluster cluster = backup.cluster();
        return DBClusterAutomatedBackup.builder()
                .dbClusterIdentifier(cluster.id())
                .dbClusterArn(cluster.arn())
                .dbClusterResourceId(cluster.resourceId())
                .status(backup.status())
                .clusterCreateTime(cluster.created())
                .restoreWindow(window -> window.earliestTime(cluster.backups().earliest())
                        .latestTime(cluster.backups().latest()))
                .engine(cluster.volume().engine())
                .engineVersion(cluster.volume().engineVersion())
                .engineMode("provisioned")
                .masterUsername(cluster.volume().masterUser())
                .storageEncrypted(cluster.volume().encrypted())
                .kmsKeyId(cluster.volume().kmsKeyId())
                .build();
    }

    private static DBClusterMember member(DbCluster.Member member) {
        return DBClusterMember.builder()
                .dbInstanceIdentifier(member.instance())
                .isClusterWriter(member.writer())
                .dbClusterParameterGroupStatus("in-sync")
                .promotionTier(member.promotionTier())
                .build();
    }

    private static void volume(DBCluster.Builder shown, DataVolume volume) {
        shown.engine(volume.engine())
                .engineVersion(volume.engineVersion())
                .engineMode("provisioned")
                .masterUsername(volume.masterUser())
                .databaseName(volume.database())
                .allocatedStorage(DataVolume.SHOWN_OF_AURORA)
                .storageEncrypted(volume.encrypted())
                .kmsKeyId(volume.kmsKeyId());
    }

    private static void settings(DBCluster.Builder shown, PlainClusterSettings settings) {
        CapacityLimits scaling = settings.scaling();
        if (scaling != null) {
            shown.serverlessV2ScalingConfiguration(capacity -> capacity.minCapacity(scaling.minimum())
                    .maxCapacity(scaling.maximum())
                    .secondsUntilAutoPause(scaling.secondsUntilAutoPause()));
        }
        Members.show(shown, settings.further());
        domain(shown, settings.further());
        shown.dbSubnetGroup(settings.subnetGroup())
                .dbClusterParameterGroup(settings.parameterGroup())
                .vpcSecurityGroups(Shown.securityGroups(settings.securityGroups()))
                .iamDatabaseAuthenticationEnabled(settings.iamAuthentication())
                .enabledCloudwatchLogsExports(settings.logExports())
                .deletionProtection(settings.deletionProtection())
                .copyTagsToSnapshot(settings.copyTagsToSnapshot())
                .backupRetentionPeriod(settings.backupRetentionDays())
                .preferredBackupWindow(settings.backupWindow())
                .preferredMaintenanceWindow(settings.maintenanceWindow());
    }

    private static void domain(DBCluster.Builder shown, Map<String, String> members) {
        String domain = members.get("Domain");
        if (domain != null) {
            shown.domainMemberships(DomainMembership.builder()
                    .domain(domain)
                    .status("joined")
                    .iamRoleName(members.get("DomainIAMRoleName"))
                    .build());
        }
    }

    private static void attached(DBCluster.Builder shown, Attached attached) {
        Attached.Secret secret = attached.secret();
        if (secret != null) {
            shown.masterUserSecret(managed -> managed.secretArn(secret.arn())
                    .secretStatus(secret.status())
                    .kmsKeyId(secret.kmsKeyId()));
        }
        shown.customEndpoints(attached.endpoints())
                .associatedRoles(Shown.all(attached.roles(), ShownCluster::role))
                .globalClusterIdentifier(attached.globalCluster());
    }

    private static DBClusterRole role(Attached.Role role) {
        return DBClusterRole.builder()
                .roleArn(role.arn())
                .featureName(role.feature())
                .status("ACTIVE")
                .build();
    }
}
