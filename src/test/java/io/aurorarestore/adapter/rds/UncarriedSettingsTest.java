package io.aurorarestore.adapter.rds;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.adapter.rds.UncarriedSettings.Setting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DomainMembership;

class UncarriedSettingsTest {

    /** Asked for when the restored cluster is made, or set of it later. */
    private static final Set<String> CARRIED = Set.of(
            "AssociatedRoles",
            "BackupRetentionPeriod",
            "DBClusterParameterGroup",
            "DBSubnetGroup",
            "DeletionProtection",
            "EnabledCloudwatchLogsExports",
            "IAMDatabaseAuthenticationEnabled",
            "MasterUserSecret",
            "Port",
            "PreferredBackupWindow",
            "PreferredMaintenanceWindow",
            "ServerlessV2ScalingConfiguration",
            "TagList",
            "VpcSecurityGroups");

    /** Warned of, or refused, by other rules. */
    private static final Set<String> TOLD_ELSEWHERE = Set.of(
            "ActivityStreamStatus",
            "ClusterScalabilityType",
            "CustomEndpoints",
            "DomainMemberships",
            "GlobalClusterIdentifier",
            "KmsKeyId",
            "LimitlessDatabase");

    /** They come with one that is told. */
    private static final Set<String> DETAILS = Set.of(
            "ActivityStreamKinesisStreamName",
            "ActivityStreamKmsKeyId",
            "ActivityStreamMode",
            "GlobalWriteForwardingRequested",
            "GlobalWriteForwardingStatus",
            "MonitoringRoleArn",
            "PerformanceInsightsKMSKeyId",
            "PerformanceInsightsRetentionPeriod");

    /** The data's own, or another for each cluster. */
    private static final Set<String> NEW_BY_NATURE = Set.of(
            "AvailabilityZones",
            "AwsBackupRecoveryPointArn",
            "CertificateDetails",
            "CloneGroupId",
            "ClusterCreateTime",
            "CrossAccountClone",
            "DBClusterArn",
            "DBClusterIdentifier",
            "DBClusterMembers",
            "DatabaseName",
            "DbClusterResourceId",
            "EarliestRestorableTime",
            "Endpoint",
            "Engine",
            "EngineVersion",
            "HostedZoneId",
            "IOOptimizedNextAllowedModificationTime",
            "LatestRestorableTime",
            "MasterUsername",
            "PendingModifiedValues",
            "PercentProgress",
            "ReaderEndpoint",
            "ServerlessV2PlatformVersion",
            "Status",
            "StatusInfos",
            "StorageEncrypted",
            "UpgradeRolloutOrder");

    /** Of other engines than Aurora PostgreSQL with instances, or of replicas of other clusters. */
    private static final Set<String> NEVER_HERE = Set.of(
            "AllocatedStorage",
            "AutomaticRestartTime",
            "BacktrackConsumedChangeRecords",
            "BacktrackWindow",
            "Capacity",
            "CharacterSetName",
            "DBClusterInstanceClass",
            "DBClusterOptionGroupMemberships",
            "DBSystemId",
            "EarliestBacktrackTime",
            "EngineMode",
            "Iops",
            "MultiAZ",
            "PubliclyAccessible",
            "RdsCustomClusterConfiguration",
            "ReadReplicaIdentifiers",
            "ReplicationSourceIdentifier",
            "ScalingConfigurationInfo",
            "StorageThroughput");

    @Test
    void each_member_of_a_cluster_is_carried_or_warned_of_or_new_by_nature() {
        List<String> known = new ArrayList<>(names(UncarriedSettings.OF_CLUSTERS));
        List.of(CARRIED, TOLD_ELSEWHERE, DETAILS, NEW_BY_NATURE, NEVER_HERE).forEach(known::addAll);

        assertThat(known).doesNotHaveDuplicates();
        assertThat(members(DBCluster.builder().build())).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void what_is_set_of_a_cluster_and_is_not_carried_is_named() {
        DBCluster seen = DBCluster.builder()
                .storageType("aurora-iopt1")
                .networkType("DUAL")
                .httpEndpointEnabled(true)
                .autoMinorVersionUpgrade(false)
                .copyTagsToSnapshot(false)
                .databaseInsightsMode("advanced")
                .performanceInsightsEnabled(true)
                .monitoringInterval(60)
                .engineLifecycleSupport("open-source-rds-extended-support-disabled")
                .localWriteForwardingStatus("enabled")
                .domainMemberships(
                        List.of(DomainMembership.builder().domain("d-123").build()))
                .build();

        assertThat(UncarriedSettings.of(seen))
                .containsExactly(
                        "AutoMinorVersionUpgrade=false",
                        "CopyTagsToSnapshot=false",
                        "DatabaseInsightsMode=advanced",
                        "EngineLifecycleSupport=open-source-rds-extended-support-disabled",
                        "HttpEndpointEnabled=true",
                        "LocalWriteForwardingStatus=enabled",
                        "MonitoringInterval=60",
                        "NetworkType=DUAL",
                        "PerformanceInsightsEnabled=true",
                        "StorageType=aurora-iopt1",
                        "Domain=d-123");
    }

    @Test
    void what_is_as_rds_sets_it_is_not_named() {
        DBCluster seen = DBCluster.builder()
                .storageType("aurora")
                .copyTagsToSnapshot(true)
                .monitoringInterval(0)
                .build();

        assertThat(UncarriedSettings.of(seen)).isEmpty();
        assertThat(UncarriedSettings.of(DBInstance.builder().promotionTier(1).build()))
                .isEmpty();
    }

    @Test
    void what_is_set_of_an_instance_and_is_not_carried_is_named() {
        DBInstance seen = DBInstance.builder()
                .promotionTier(15)
                .autoMinorVersionUpgrade(false)
                .build();

        assertThat(UncarriedSettings.of(seen)).containsExactly("AutoMinorVersionUpgrade=false", "PromotionTier=15");
        assertThat(members(seen)).containsAll(names(UncarriedSettings.OF_INSTANCES));
    }

    private static <T> List<String> names(List<Setting<T>> settings) {
        return settings.stream().map(Setting::name).toList();
    }

    private static Collection<String> members(SdkPojo shown) {
        return shown.sdkFields().stream().map(SdkField::memberName).toList();
    }
}
