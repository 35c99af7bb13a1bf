package io.aurorarestore.adapter.rds;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.rds.CapacityLimits;
import io.aurorarestore.local.rds.ClusterChanges;
import io.aurorarestore.local.rds.DataVolume;
import io.aurorarestore.local.rds.Group;
import io.aurorarestore.local.rds.InstanceChanges;
import io.aurorarestore.local.rds.ManagedPassword;
import io.aurorarestore.local.rds.SeedCluster;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.simulation.Scenario;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.MasterUserSecret;
import software.amazon.awssdk.services.rds.model.Tag;

/**
 * Compares all that RDS shows of a cluster and its instances before and after a swap. A member that a new SDK brings is
 * in none of the lists, and so asks for a decision.
 */
class CarriedMembersTest {

    static final String TARGET = "orders-staging";

    /** The new one has what the old one had; each is another than RDS's default here. */
    static final Set<String> OF_CLUSTERS = Set.of(
            "AssociatedRoles",
            "BackupRetentionPeriod",
            "CopyTagsToSnapshot",
            "DBClusterParameterGroup",
            "DBSubnetGroup",
            "DatabaseInsightsMode",
            "DeletionProtection",
            "DomainMemberships",
            "EnabledCloudwatchLogsExports",
            "EngineLifecycleSupport",
            "HttpEndpointEnabled",
            "IAMDatabaseAuthenticationEnabled",
            "LocalWriteForwardingStatus",
            "MonitoringInterval",
            "MonitoringRoleArn",
            "NetworkType",
            "PerformanceInsightsEnabled",
            "PerformanceInsightsKMSKeyId",
            "PerformanceInsightsRetentionPeriod",
            "MasterUserSecret",
            "Port",
            "PreferredBackupWindow",
            "PreferredMaintenanceWindow",
            "ServerlessV2ScalingConfiguration",
            "StorageType",
            "TagList",
            "VpcSecurityGroups");

    /** Of clusters, warned of or refused: the tests of those rules hold it. */
    private static final Set<String> TOLD_ELSEWHERE = Set.of(
            "ActivityStreamKinesisStreamName",
            "ActivityStreamKmsKeyId",
            "ActivityStreamMode",
            "ActivityStreamStatus",
            "ClusterScalabilityType",
            "CustomEndpoints",
            "GlobalClusterIdentifier",
            "GlobalWriteForwardingRequested",
            "GlobalWriteForwardingStatus",
            "KmsKeyId",
            "LimitlessDatabase");

    /** By these clients and people know it, before as afterwards. */
    private static final Set<String> BY_NAME =
            Set.of("DBClusterArn", "DBClusterIdentifier", "Endpoint", "ReaderEndpoint");

    /** Of the data; here it was the old cluster's own. */
    private static final Set<String> BY_DATA =
            Set.of("DatabaseName", "Engine", "EngineVersion", "MasterUsername", "StorageEncrypted");

    /** Another for each, or RDS's own affair. */
    private static final Set<String> NEW_BY_NATURE = Set.of(
            "AvailabilityZones",
            "AwsBackupRecoveryPointArn",
            "CertificateDetails",
            "CloneGroupId",
            "ClusterCreateTime",
            "CrossAccountClone",
            "DBClusterMembers",
            "DbClusterResourceId",
            "EarliestRestorableTime",
            "HostedZoneId",
            "IOOptimizedNextAllowedModificationTime",
            "LatestRestorableTime",
            "PendingModifiedValues",
            "PercentProgress",
            "ServerlessV2PlatformVersion",
            "Status",
            "StatusInfos",
            "UpgradeRolloutOrder");

    /** Shown of clusters, and set of their instances alone. */
    private static final Set<String> BY_INSTANCES = Set.of("AutoMinorVersionUpgrade", "PubliclyAccessible");

    /** Of other engines than Aurora PostgreSQL with instances, or of replicas of other clusters. */
    private static final Set<String> NO_CLUSTER_HAS = Set.of(
            "AutomaticRestartTime",
            "BacktrackConsumedChangeRecords",
            "BacktrackWindow",
            "Capacity",
            "CharacterSetName",
            "DBClusterInstanceClass",
            "DBClusterOptionGroupMemberships",
            "DBSystemId",
            "EarliestBacktrackTime",
            "Iops",
            "RdsCustomClusterConfiguration",
            "ReadReplicaIdentifiers",
            "ReplicationSourceIdentifier",
            "ScalingConfigurationInfo",
            "StorageThroughput");

    /** What is the same of every Aurora cluster of the kind. */
    private static final Set<String> SAME_OF_ALL = Set.of("AllocatedStorage", "EngineMode", "MultiAZ");

    static final Set<String> OF_INSTANCES = Set.of(
            "AutoMinorVersionUpgrade",
            "AvailabilityZone",
            "CACertificateIdentifier",
            "DBInstanceClass",
            "DBParameterGroups",
            "MonitoringInterval",
            "MonitoringRoleArn",
            "PerformanceInsightsEnabled",
            "PerformanceInsightsKMSKeyId",
            "PerformanceInsightsRetentionPeriod",
            "PreferredMaintenanceWindow",
            "PromotionTier",
            "PubliclyAccessible",
            "TagList");

    /** Shown of instances, and set of their cluster. */
    private static final Set<String> BY_CLUSTER = Set.of(
            "BackupRetentionPeriod",
            "DBName",
            "DBSubnetGroup",
            "DatabaseInsightsMode",
            "DeletionProtection",
            "DomainMemberships",
            "EnabledCloudwatchLogsExports",
            "Engine",
            "EngineLifecycleSupport",
            "EngineVersion",
            "IAMDatabaseAuthenticationEnabled",
            "KmsKeyId",
            "MasterUserSecret",
            "MasterUsername",
            "NetworkType",
            "PreferredBackupWindow",
            "StorageEncrypted",
            "StorageType",
            "CopyTagsToSnapshot",
            "VpcSecurityGroups",
            "ActivityStreamStatus",
            "ActivityStreamKmsKeyId",
            "ActivityStreamKinesisStreamName",
            "ActivityStreamMode",
            "ActivityStreamEngineNativeAuditFieldsIncluded",
            "ActivityStreamPolicyStatus");

    private static final Set<String> NEW_OF_INSTANCES = Set.of(
            "AllocatedStorage",
            "AwsBackupRecoveryPointArn",
            "CertificateDetails",
            "DBClusterIdentifier",
            "DBInstanceArn",
            "DBInstanceIdentifier",
            "DBInstanceStatus",
            "DbInstancePort",
            "DbiResourceId",
            "Endpoint",
            "EnhancedMonitoringResourceArn",
            "InstanceCreateTime",
            "LatestRestorableTime",
            "PendingModifiedValues",
            "PercentProgress",
            "StatusInfos",
            "UpgradeRolloutOrder");

    /** Of instances that are in no Aurora cluster. */
    private static final Set<String> NO_MEMBER_HAS = Set.of(
            "AdditionalStorageVolumes",
            "AssociatedRoles",
            "AutomaticRestartTime",
            "AutomationMode",
            "BackupTarget",
            "CharacterSetName",
            "CustomIamInstanceProfile",
            "CustomerOwnedIpEnabled",
            "DBInstanceAutomatedBackupsReplications",
            "DBSecurityGroups",
            "DBSystemId",
            "DedicatedLogVolume",
            "Iops",
            "IsStorageConfigUpgradeAvailable",
            "LicenseModel",
            "ListenerEndpoint",
            "MaxAllocatedStorage",
            "MultiAZ",
            "MultiTenant",
            "NcharCharacterSetName",
            "OptionGroupMemberships",
            "ProcessorFeatures",
            "ReadReplicaDBClusterIdentifiers",
            "ReadReplicaDBInstanceIdentifiers",
            "ReadReplicaSourceDBClusterIdentifier",
            "ReadReplicaSourceDBInstanceIdentifier",
            "ReplicaMode",
            "ResumeFullAutomationModeTime",
            "SecondaryAvailabilityZone",
            "StorageThroughput",
            "StorageVolumeStatus",
            "TdeCredentialArn",
            "Timezone");

    private static final String SECRET_KEY = "arn:aws:kms:us-east-1:123456789012:key/secrets";

    private static final Map<String, String> FURTHER = Map.ofEntries(
            Map.entry("StorageType", "aurora-iopt1"),
            Map.entry("NetworkType", "DUAL"),
            Map.entry("EngineLifecycleSupport", "open-source-rds-extended-support-disabled"),
            Map.entry("Domain", "d-1234567890"),
            Map.entry("DomainIAMRoleName", "rds-directory"),
            Map.entry("HttpEndpointEnabled", "true"),
            Map.entry("LocalWriteForwardingStatus", "enabled"),
            Map.entry("DatabaseInsightsMode", "advanced"),
            Map.entry("PerformanceInsightsEnabled", "true"),
            Map.entry("PerformanceInsightsRetentionPeriod", "496"),
            Map.entry("PerformanceInsightsKMSKeyId", "arn:aws:kms:us-east-1:123456789012:key/insights"),
            Map.entry("MonitoringInterval", "30"),
            Map.entry("MonitoringRoleArn", "arn:aws:iam::123456789012:role/monitoring"));

    private static final Scenario SCENARIO = Scenario.given()
            .with(ClusterSettings.builder()
                    .with(ClusterSetting.MASTER_SECRET, ClusterSettings.MANAGED)
                    .build());
    private static final LocalRds RDS = new LocalRds(SCENARIO.rds, SCENARIO.time);

    private static Restore restore;
    private static DBCluster oldCluster;
    private static DBCluster newCluster;
    private static List<DBInstance> oldInstances;
    private static List<DBInstance> newInstances;

    @BeforeAll
    static void swap() {
        SCENARIO.askingBy(RDS.aurora, RDS.control);
        seed(SCENARIO);
        oldCluster = RDS.described(TARGET);
        oldInstances = writerFirst(RDS.instancesDescribed(TARGET), oldCluster);

        restore = SCENARIO.afterwards(SCENARIO.replace(TARGET, ReplaceMode.SWAP, new SnapshotSelector.ById("before")));

        newCluster = RDS.described(TARGET);
        newInstances = writerFirst(RDS.instancesDescribed(TARGET), newCluster);
    }

    @AfterAll
    static void close() {
        RDS.close();
    }

    /** A cluster that has all, and nothing as RDS has it by default, nor as the snapshot has it. */
    static void seed(Scenario scenario) {
        var home = scenario.home.region();
        home.groups().addSubnets("private", "vpc-2");
        home.groups().add(Group.Kind.CLUSTER_PARAMETER, "orders-cluster", "aurora-postgresql17");
        home.groups().add(Group.Kind.PARAMETER, "orders-instance", "aurora-postgresql17");
        home.groups().add(Group.Kind.PARAMETER, "orders-reporting", "aurora-postgresql17");
        ClusterChanges changes = new ClusterChanges(
                "orders-cluster",
                List.of("sg-1", "sg-2"),
                true,
                List.of("postgresql"),
                List.of(),
                new CapacityLimits(0, 16, 900),
                true,
                true,
                14,
                "03:00-03:30",
                "mon:04:00-mon:04:30",
                ManagedPassword.AS_IT_IS,
                FURTHER);
        Map<String, String> tags = Map.of(Ownership.ALLOWED_TAG, "true", "team", "orders");
        home.seed()
                .cluster(SeedCluster.of(
                                TARGET,
                                DataVolume.postgresql("17.4", "postgres", "orders"),
                                TestData.NOW,
                                "w",
                                "r",
                                "z")
                        .in("private")
                        .with(changes)
                        .tagged(tags));
        home.seed()
                .of(TARGET)
                .role("arn:aws:iam::123456789012:role/import", "s3Import")
                .managedSecret("arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-of-old", SECRET_KEY)
                .instance(
                        "w", instance("db.r7g.xlarge", "orders-instance", 0, "us-east-1b", true, 60), Map.of("of", "w"))
                .instance(
                        "r",
                        instance("db.serverless", "orders-instance", 1, "us-east-1c", false, 15),
                        Map.of("of", "r"))
                .instance(
                        "z",
                        instance("db.r7g.large", "orders-reporting", 15, "us-east-1b", true, 1),
                        Map.of("of", "z"));
        home.seed().snapshot("before", TARGET, TestData.NOW.minusSeconds(60));
        home.seed().of(TARGET).with(ClusterChanges.further(Map.of("Port", "6432")));
    }

    private static InstanceChanges instance(
            String instanceClass, String group, int tier, String zone, boolean open, int interval) {
        return new InstanceChanges(
                instanceClass,
                group,
                tier,
                zone,
                open,
                "rds-ca-ecc384-g1",
                Map.of(
                        "AutoMinorVersionUpgrade", "false",
                        "PreferredMaintenanceWindow", "tue:0" + tier % 10 + ":00-tue:0" + tier % 10 + ":30",
                        "MonitoringInterval", "" + interval,
                        "MonitoringRoleArn", "arn:aws:iam::123456789012:role/monitoring",
                        "PerformanceInsightsEnabled", "true",
                        "PerformanceInsightsRetentionPeriod", "" + 31 * (15 + tier),
                        "PerformanceInsightsKMSKeyId", "arn:aws:kms:us-east-1:123456789012:key/insights"));
    }

    static List<DBInstance> writerFirst(List<DBInstance> all, DBCluster cluster) {
        List<String> names = cluster.dbClusterMembers().stream()
                .map(one -> one.dbInstanceIdentifier())
                .toList();
        return all.stream()
                .sorted(Comparator.comparing(one -> names.indexOf(one.dbInstanceIdentifier())))
                .toList();
    }

    @Test
    void the_swap_succeeded() {
        assertThat(restore.status()).as(restore.toString()).isEqualTo(Status.SUCCEEDED);
        assertThat(newCluster.dbClusterResourceId()).isNotEqualTo(oldCluster.dbClusterResourceId());
    }

    @Test
    void what_is_carried_of_the_cluster_is_as_it_was() {
        assertSame(oldCluster, newCluster, OF_CLUSTERS);
        assertSame(oldCluster, newCluster, SAME_OF_ALL);
        assertSame(oldCluster, newCluster, BY_NAME);
        assertSame(oldCluster, newCluster, BY_DATA);
    }

    /** Its ARN is another. */
    @Test
    void rds_keeps_the_master_password_in_a_secret_of_the_same_key() {
        assertThat(newCluster.masterUserSecret().kmsKeyId()).isEqualTo(SECRET_KEY);
        assertThat(newCluster.masterUserSecret().secretArn())
                .isNotEqualTo(oldCluster.masterUserSecret().secretArn());
    }

    @Test
    void what_is_carried_of_each_instance_is_as_it_was() {
        assertThat(newInstances).hasSameSizeAs(oldInstances);
        for (int at = 0; at < oldInstances.size(); at++) {
            assertSame(oldInstances.get(at), newInstances.get(at), OF_INSTANCES);
            assertSame(newCluster, newInstances.get(at), Set.of("StorageType", "NetworkType"));
            assertThat(values(newInstances.get(at), BY_CLUSTER)).isEqualTo(values(oldInstances.get(at), BY_CLUSTER));
            assertThat(newInstances.get(at).endpoint().port()).isEqualTo(newCluster.port());
        }
    }

    @Test
    void what_no_aurora_cluster_has_the_new_one_has_neither() {
        assertThat(values(newCluster, NO_CLUSTER_HAS).values()).allMatch(CarriedMembersTest::isNothing);
        newInstances.forEach(
                one -> assertThat(values(one, NO_MEMBER_HAS).values()).allMatch(CarriedMembersTest::isNothing));
    }

    @Test
    void each_member_is_carried_or_told_or_new_by_nature() {
        assertDecided(
                DBCluster.builder().build(),
                List.of(
                        OF_CLUSTERS,
                        TOLD_ELSEWHERE,
                        BY_NAME,
                        BY_DATA,
                        BY_INSTANCES,
                        NEW_BY_NATURE,
                        NO_CLUSTER_HAS,
                        SAME_OF_ALL));
        assertDecided(DBInstance.builder().build(), List.of(OF_INSTANCES, BY_CLUSTER, NEW_OF_INSTANCES, NO_MEMBER_HAS));
    }

    private static void assertDecided(SdkPojo shown, List<Set<String>> decided) {
        List<String> all = decided.stream().flatMap(Set::stream).toList();
        assertThat(all).doesNotHaveDuplicates();
        assertThat(shown.sdkFields().stream().map(SdkField::memberName)).containsExactlyInAnyOrderElementsOf(all);
    }

    static void assertSame(SdkPojo old, SdkPojo fresh, Set<String> members) {
        assertThat(values(fresh, members)).isEqualTo(values(old, members));
        assertThat(values(old, members).values()).noneMatch(CarriedMembersTest::isNothing);
    }

    private static Map<String, Object> values(SdkPojo shown, Set<String> members) {
        Map<String, Object> values = new TreeMap<>();
        shown.sdkFields().stream()
                .filter(field -> members.contains(field.memberName()))
                .forEach(field -> values.put(field.memberName(), value(field, shown)));
        return values;
    }

    private static Object value(SdkField<?> field, SdkPojo shown) {
        Object value = field.getValueOrDefault(shown);
        if (field.memberName().equals("TagList")) {
            Map<String, String> tags = new TreeMap<>();
            ((Collection<?>) value).forEach(tag -> tags.put(((Tag) tag).key(), ((Tag) tag).value()));
            return Ownership.withoutOurs(tags);
        }
        if (value instanceof MasterUserSecret secret) {
            return secret.toBuilder().secretArn("").build();
        }
        return value == null ? "" : value;
    }

    private static boolean isNothing(Object value) {
        return value.equals("") || value.equals(List.of());
    }
}
