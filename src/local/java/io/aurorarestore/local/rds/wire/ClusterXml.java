package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.rds.Attached;
import io.aurorarestore.local.rds.ClusterSettings;
import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.Scaling;
import io.aurorarestore.local.rds.Volume;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A cluster as the protocol writes it. */
final class ClusterXml {

    private ClusterXml() {}

    static Element of(DbCluster cluster) {
        return Element.of(
                "DBCluster",
                Stream.of(
                                identity(cluster),
                                volume(cluster.volume()),
                                settings(cluster.settings()),
                                attached(cluster.attached()))
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<Element> identity(DbCluster cluster) {
        return List.of(
                Element.text("DBClusterIdentifier", cluster.id()),
                Element.text("DBClusterArn", cluster.arn()),
                Element.text("DbClusterResourceId", cluster.resourceId()),
                Element.text("Status", cluster.status()),
                Timestamps.of("ClusterCreateTime", cluster.created()),
                Element.text("Endpoint", SharedXml.ADDRESS),
                Element.text("ReaderEndpoint", SharedXml.ADDRESS),
                Element.text("Port", cluster.port()),
                Element.text("MultiAZ", cluster.members().size() > 1),
                Element.list("DBClusterMembers", cluster.members(), ClusterXml::member),
                pending(cluster),
                SharedXml.zones(cluster.arn()),
                SharedXml.tags(cluster.tags()));
    }

    private static Element member(DbCluster.Member member) {
        return Element.of(
                "DBClusterMember",
                Element.text("DBInstanceIdentifier", member.instance()),
                Element.text("IsClusterWriter", member.writer()),
                Element.text("DBClusterParameterGroupStatus", "in-sync"),
                Element.text("PromotionTier", member.promotionTier()));
    }

    private static Element pending(DbCluster cluster) {
        return Element.of("PendingModifiedValues", Element.text("DBClusterIdentifier", cluster.pendingId()));
    }

    private static List<Element> volume(Volume volume) {
        return Stream.of(
                        Element.text("Engine", volume.engine()),
                        Element.text("EngineVersion", volume.engineVersion()),
                        Element.text("EngineMode", "provisioned"),
                        Element.text("MasterUsername", volume.masterUser()),
                        Element.text("DatabaseName", volume.database()),
                        Element.text("AllocatedStorage", volume.allocatedGib()),
                        Element.text("StorageEncrypted", volume.encrypted()),
                        Element.text("KmsKeyId", volume.kmsKeyId()))
                .toList();
    }

    private static List<Element> settings(ClusterSettings settings) {
        return Stream.of(
                        Element.text("DBSubnetGroup", settings.subnetGroup()),
                        Element.text("DBClusterParameterGroup", settings.parameterGroup()),
                        SharedXml.securityGroups(settings.securityGroups()),
                        Element.text("IAMDatabaseAuthenticationEnabled", settings.iamAuthentication()),
                        SharedXml.words("EnabledCloudwatchLogsExports", "member", settings.logExports()),
                        scaling(settings.scaling()),
                        Element.text("DeletionProtection", settings.deletionProtection()),
                        Element.text("CopyTagsToSnapshot", settings.copyTagsToSnapshot()),
                        Element.text("BackupRetentionPeriod", settings.backupRetentionDays()),
                        Element.text("PreferredBackupWindow", settings.backupWindow()),
                        Element.text("PreferredMaintenanceWindow", settings.maintenanceWindow()))
                .toList();
    }

    private static List<Element> attached(Attached attached) {
        return Stream.of(
                        SharedXml.words("CustomEndpoints", "member", attached.endpoints()),
                        Element.list("AssociatedRoles", attached.roles(), ClusterXml::role),
                        Element.text("GlobalClusterIdentifier", attached.globalCluster()),
                        secret(attached.secret()))
                .toList();
    }

    private static @Nullable Element secret(Attached.@Nullable Secret secret) {
        return secret == null
                ? null
                : Element.of(
                        "MasterUserSecret",
                        Element.text("SecretArn", secret.arn()),
                        Element.text("SecretStatus", secret.status()),
                        Element.text("KmsKeyId", secret.kmsKeyId()));
    }

    private static Element role(Attached.Role role) {
        return Element.of(
                "DBClusterRole",
                Element.text("RoleArn", role.arn()),
                Element.text("FeatureName", role.feature()),
                Element.text("Status", "ACTIVE"));
    }

    private static @Nullable Element scaling(@Nullable Scaling scaling) {
        return scaling == null
                ? null
                : Element.of(
                        "ServerlessV2ScalingConfiguration",
                        Element.text("MinCapacity", scaling.minimum()),
                        Element.text("MaxCapacity", scaling.maximum()),
                        Element.text("SecondsUntilAutoPause", scaling.secondsUntilAutoPause()));
    }
}
