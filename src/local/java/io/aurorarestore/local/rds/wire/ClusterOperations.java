package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.rds.ClusterChanges;
import io.aurorarestore.local.rds.DeleteCluster;
import io.aurorarestore.local.rds.DescribeClusters;
import io.aurorarestore.local.rds.ManagedPassword;
import io.aurorarestore.local.rds.ModifyCluster;
import io.aurorarestore.local.rds.RdsError;
import io.aurorarestore.local.rds.RestoreFromSnapshot;
import io.aurorarestore.local.rds.Scaling;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations on clusters. */
final class ClusterOperations {

    private static final String ID = "DBClusterIdentifier";

    private ClusterOperations() {}

    static Map<String, Operation> all() {
        return Map.of(
                "DescribeDBClusters", ClusterOperations::describe,
                "RestoreDBClusterFromSnapshot", ClusterOperations::restore,
                "ModifyDBCluster", ClusterOperations::modify,
                "DeleteDBCluster", ClusterOperations::delete,
                "StopDBCluster", ClusterOperations::stop,
                "StartDBCluster", ClusterOperations::start);
    }

    private static Operation.Call describe(Form form) {
        DescribeClusters query = new DescribeClusters(form.text(ID), form.filters(), form.page());
        form.ignore("IncludeShared");
        return region -> SharedXml.page("DBClusters", region.clusters().describe(query), ClusterXml::of);
    }

    /** The port a caller asks for is not the one it gets: that goes by the cluster's name. */
    private static Operation.Call restore(Form form) {
        RestoreFromSnapshot request = new RestoreFromSnapshot(
                form.required(ID),
                form.required("SnapshotIdentifier"),
                form.required("Engine"),
                form.text("EngineVersion"),
                form.text("DBSubnetGroupName"),
                form.text("KmsKeyId"),
                changes(form, "EnableCloudwatchLogsExports", ManagedPassword.AS_IT_IS),
                form.tags());
        form.ignore("Port", "EngineMode", "StorageType", "NetworkType", "PubliclyAccessible", "DatabaseName");
        form.list("AvailabilityZones");
        return region -> List.of(ClusterXml.of(region.clusters().restore(request)));
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
        return region -> List.of(ClusterXml.of(region.clusters().modify(request)));
    }

    private static Operation.Call delete(Form form) {
        DeleteCluster request = new DeleteCluster(
                form.required(ID),
                form.isSet("SkipFinalSnapshot"),
                form.text("FinalDBSnapshotIdentifier"),
                !Boolean.FALSE.equals(form.flag("DeleteAutomatedBackups")));
        return region -> List.of(ClusterXml.of(region.clusters().delete(request)));
    }

    private static Operation.Call stop(Form form) {
        String id = form.required(ID);
        return region -> List.of(ClusterXml.of(region.clusters().stop(id)));
    }

    private static Operation.Call start(Form form) {
        String id = form.required(ID);
        return region -> List.of(ClusterXml.of(region.clusters().start(id)));
    }

    private static ClusterChanges changes(Form form, String enableLogs, ManagedPassword managed) {
        return new ClusterChanges(
                form.text("DBClusterParameterGroupName"),
                form.list("VpcSecurityGroupIds"),
                form.flag("EnableIAMDatabaseAuthentication"),
                form.list(enableLogs),
                form.list("CloudwatchLogsExportConfiguration.DisableLogTypes"),
                scaling(form),
                form.flag("DeletionProtection"),
                form.flag("CopyTagsToSnapshot"),
                form.number("BackupRetentionPeriod"),
                form.text("PreferredBackupWindow"),
                form.text("PreferredMaintenanceWindow"),
                managed);
    }

    private static @Nullable Scaling scaling(Form form) {
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
        return new Scaling(minimum, maximum, pause);
    }
}
