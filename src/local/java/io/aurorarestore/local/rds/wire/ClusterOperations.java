package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.front.Form;
import io.aurorarestore.local.rds.CapacityLimits;
import io.aurorarestore.local.rds.ClusterChanges;
import io.aurorarestore.local.rds.ClusterDeleteRequest;
import io.aurorarestore.local.rds.DescribeClusters;
import io.aurorarestore.local.rds.ManagedPassword;
import io.aurorarestore.local.rds.ModifyCluster;
import io.aurorarestore.local.rds.PageRequest;
import io.aurorarestore.local.rds.RdsError;
import io.aurorarestore.local.rds.RestoreFromSnapshot;
import io.aurorarestore.local.rds.RestoreToPointInTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterAutomatedBackupsResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterResponse;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotResponse;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterToPointInTimeResponse;
import software.amazon.awssdk.services.rds.model.StartDbClusterResponse;
import software.amazon.awssdk.services.rds.model.StopDbClusterResponse;

/** The operations on clusters. */
final class ClusterOperations {

    private static final String ID = "DBClusterIdentifier";

    /** The members that both kinds of call may give, by their parameters. */
    private static final Map<String, String> FURTHER = Map.ofEntries(
            Map.entry("Port", "Port"),
            Map.entry("StorageType", "StorageType"),
            Map.entry("NetworkType", "NetworkType"),
            Map.entry("EngineLifecycleSupport", "EngineLifecycleSupport"),
            Map.entry("Domain", "Domain"),
            Map.entry("DomainIAMRoleName", "DomainIAMRoleName"),
            Map.entry("DatabaseInsightsMode", "DatabaseInsightsMode"),
            Map.entry("EnablePerformanceInsights", "PerformanceInsightsEnabled"),
            Map.entry("PerformanceInsightsRetentionPeriod", "PerformanceInsightsRetentionPeriod"),
            Map.entry("PerformanceInsightsKMSKeyId", "PerformanceInsightsKMSKeyId"),
            Map.entry("MonitoringInterval", "MonitoringInterval"),
            Map.entry("MonitoringRoleArn", "MonitoringRoleArn"));

    private ClusterOperations() {}

    static Map<String, Operation> all() {
        return Map.of(
                "DescribeDBClusters", ClusterOperations::describe,
                "RestoreDBClusterFromSnapshot", ClusterOperations::restore,
                "RestoreDBClusterToPointInTime", ClusterOperations::restoreToPointInTime,
                "DescribeDBClusterAutomatedBackups", ClusterOperations::backups,
                "ModifyDBCluster", ClusterOperations::modify,
                "DeleteDBCluster", ClusterOperations::delete,
                "StopDBCluster", ClusterOperations::stop,
                "StartDBCluster", ClusterOperations::start);
    }

    private static Operation.Call describe(Form form) {
        DescribeClusters query =
                new DescribeClusters(form.text(ID), QueryParameters.filters(form), QueryParameters.page(form));
        form.ignore("IncludeShared");
        return region -> {
            var page = region.clusters().describe(query);
            return DescribeDbClustersResponse.builder()
                    .dbClusters(Shown.all(page, ShownCluster::of))
                    .marker(page.marker());
        };
    }

    private static Operation.Call restore(Form form) {
        RestoreFromSnapshot request = new RestoreFromSnapshot(
                form.required(ID),
                form.required("SnapshotIdentifier"),
                form.required("Engine"),
                form.text("EngineVersion"),
                form.text("DBSubnetGroupName"),
                form.text("KmsKeyId"),
                changes(form, "EnableCloudwatchLogsExports", ManagedPassword.AS_IT_IS),
                QueryParameters.tags(form));
        form.ignore("EngineMode", "PubliclyAccessible", "DatabaseName");
        form.words("AvailabilityZones");
        return region -> RestoreDbClusterFromSnapshotResponse.builder()
                .dbCluster(ShownCluster.of(region.clusters().restore(request)));
    }

    private static Operation.Call restoreToPointInTime(Form form) {
        String type = form.text("RestoreType");
        RestoreToPointInTime request = new RestoreToPointInTime(
                form.required(ID),
                form.text("SourceDBClusterIdentifier"),
                form.text("SourceDbClusterResourceId"),
                form.converted("RestoreToTime", Instant::parse),
                form.isSet("UseLatestRestorableTime"),
                "copy-on-write".equals(type),
                form.text("DBSubnetGroupName"),
                form.text("KmsKeyId"),
                changes(form, "EnableCloudwatchLogsExports", ManagedPassword.AS_IT_IS),
                QueryParameters.tags(form));
        form.ignore("EngineMode", "PubliclyAccessible");
        return region -> RestoreDbClusterToPointInTimeResponse.builder()
                .dbCluster(ShownCluster.of(region.clusters().restore(request)));
    }

    private static Operation.Call backups(Form form) {
        String cluster = form.text(ID);
        String resource = form.text("DbClusterResourceId");
        PageRequest asked = QueryParameters.page(form);
        return region -> {
            var page = region.backups().describe(cluster, resource, asked);
            return DescribeDbClusterAutomatedBackupsResponse.builder()
                    .dbClusterAutomatedBackups(Shown.all(page, ShownCluster::backup))
                    .marker(page.marker());
        };
    }

    private static Operation.Call modify(Form form) {
        ModifyCluster request = new ModifyCluster(
                form.required(ID),
                form.text("NewDBClusterIdentifier"),
                form.isSet("ApplyImmediately"),
                form.text("MasterUserPassword"),
                changes(
                        form,
                        "CloudwatchLogsExportConfiguration.EnableLogTypes",
                        new ManagedPassword(
                                form.flag("ManageMasterUserPassword"), form.text("MasterUserSecretKmsKeyId"))));
        return region -> ModifyDbClusterResponse.builder()
                .dbCluster(ShownCluster.of(region.clusters().modify(request)));
    }

    private static Operation.Call delete(Form form) {
        ClusterDeleteRequest request = new ClusterDeleteRequest(
                form.required(ID),
                form.isSet("SkipFinalSnapshot"),
                form.text("FinalDBSnapshotIdentifier"),
                !Boolean.FALSE.equals(form.flag("DeleteAutomatedBackups")));
        return region -> DeleteDbClusterResponse.builder()
                .dbCluster(ShownCluster.of(region.clusters().delete(request)));
    }

    private static Operation.Call stop(Form form) {
        String id = form.required(ID);
        return region -> StopDbClusterResponse.builder()
                .dbCluster(ShownCluster.of(region.clusters().stop(id)));
    }

    private static Operation.Call start(Form form) {
        String id = form.required(ID);
        return region -> StartDbClusterResponse.builder()
                .dbCluster(ShownCluster.of(region.clusters().start(id)));
    }

    private static ClusterChanges changes(Form form, String enableLogs, ManagedPassword managed) {
        return new ClusterChanges(
                form.text("DBClusterParameterGroupName"),
                form.words("VpcSecurityGroupIds"),
                form.flag("EnableIAMDatabaseAuthentication"),
                form.words(enableLogs),
                form.words("CloudwatchLogsExportConfiguration.DisableLogTypes"),
                scaling(form),
                form.flag("DeletionProtection"),
                form.flag("CopyTagsToSnapshot"),
                form.number("BackupRetentionPeriod"),
                form.text("PreferredBackupWindow"),
                form.text("PreferredMaintenanceWindow"),
                managed,
                further(form));
    }

    private static Map<String, String> further(Form form) {
        Map<String, String> further = new TreeMap<>(Members.given(form, FURTHER));
        Boolean forwards = form.flag("EnableLocalWriteForwarding");
        if (forwards != null) {
            further.put("LocalWriteForwardingStatus", forwards ? "enabled" : "disabled");
        }
        return further;
    }

    private static @Nullable CapacityLimits scaling(Form form) {
        String prefix = "ServerlessV2ScalingConfiguration.";
        Double minimum = form.converted(prefix + "MinCapacity", Double::valueOf);
        Double maximum = form.converted(prefix + "MaxCapacity", Double::valueOf);
        Integer pause = form.number(prefix + "SecondsUntilAutoPause");
        if (minimum == null && maximum == null && pause == null) {
            return null;
        }
        if (minimum == null || maximum == null) {
            throw RdsError.invalidCombination("Without both MinCapacity and MaxCapacity a scaling is not simulated.");
        }
        return new CapacityLimits(minimum, maximum, pause);
    }
}
