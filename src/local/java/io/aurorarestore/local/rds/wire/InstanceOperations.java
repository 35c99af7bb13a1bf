package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.front.Form;
import io.aurorarestore.local.rds.DescribeInstances;
import io.aurorarestore.local.rds.InstanceChanges;
import io.aurorarestore.local.rds.ModifyInstance;
import io.aurorarestore.local.rds.NewInstance;
import io.aurorarestore.local.rds.RdsError;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceResponse;
import software.amazon.awssdk.services.rds.model.DeleteDbInstanceResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceResponse;
import software.amazon.awssdk.services.rds.model.RebootDbInstanceResponse;

/** The operations on instances of clusters; there are no others here. */
final class InstanceOperations {

    private static final String ID = "DBInstanceIdentifier";

    /** The members that are no more than kept, by their parameters. */
    private static final Map<String, String> FURTHER = Map.of(
            "AutoMinorVersionUpgrade", "AutoMinorVersionUpgrade",
            "PreferredMaintenanceWindow", "PreferredMaintenanceWindow",
            "MonitoringInterval", "MonitoringInterval",
            "MonitoringRoleArn", "MonitoringRoleArn",
            "EnablePerformanceInsights", "PerformanceInsightsEnabled",
            "PerformanceInsightsRetentionPeriod", "PerformanceInsightsRetentionPeriod",
            "PerformanceInsightsKMSKeyId", "PerformanceInsightsKMSKeyId");

    private InstanceOperations() {}

    static Map<String, Operation> all() {
        return Map.of(
                "DescribeDBInstances", InstanceOperations::describe,
                "CreateDBInstance", InstanceOperations::create,
                "ModifyDBInstance", InstanceOperations::modify,
                "RebootDBInstance", InstanceOperations::reboot,
                "DeleteDBInstance", InstanceOperations::delete);
    }

    private static Operation.Call describe(Form form) {
        DescribeInstances query =
                new DescribeInstances(form.text(ID), QueryParameters.filters(form), QueryParameters.page(form));
        return region -> {
            var page = region.instances().describe(query);
            return DescribeDbInstancesResponse.builder()
                    .dbInstances(Shown.all(page, ShownInstance::of))
                    .marker(page.marker());
        };
    }

    private static Operation.Call create(Form form) {
        NewInstance request = new NewInstance(
                form.required(ID),
                form.required("DBClusterIdentifier"),
                form.required("DBInstanceClass"),
                form.required("Engine"),
                changes(form, null),
                QueryParameters.tags(form));
        return region -> CreateDbInstanceResponse.builder()
                .dbInstance(ShownInstance.of(region.instances().create(request)));
    }

    private static Operation.Call modify(Form form) {
        ModifyInstance request = new ModifyInstance(
                form.required(ID), form.text("NewDBInstanceIdentifier"), changes(form, form.text("DBInstanceClass")));
        if (!form.isSet("ApplyImmediately")) {
            throw RdsError.invalidCombination("Without ApplyImmediately ModifyDBInstance is not simulated.");
        }
        return region -> ModifyDbInstanceResponse.builder()
                .dbInstance(ShownInstance.of(region.instances().modify(request)));
    }

    private static Operation.Call reboot(Form form) {
        String id = form.required(ID);
        form.ignore("ForceFailover");
        return region -> RebootDbInstanceResponse.builder()
                .dbInstance(ShownInstance.of(region.instances().reboot(id)));
    }

    private static Operation.Call delete(Form form) {
        String id = form.required(ID);
        if (form.text("FinalDBSnapshotIdentifier") != null) {
            throw RdsError.invalidCombination(
                    "FinalDBSnapshotIdentifier can not be specified when deleting a cluster instance");
        }
        form.ignore("SkipFinalSnapshot", "DeleteAutomatedBackups");
        return region -> DeleteDbInstanceResponse.builder()
                .dbInstance(ShownInstance.of(region.instances().delete(id)));
    }

    private static InstanceChanges changes(Form form, @Nullable String instanceClass) {
        return new InstanceChanges(
                instanceClass,
                form.text("DBParameterGroupName"),
                form.number("PromotionTier"),
                form.text("AvailabilityZone"),
                form.flag("PubliclyAccessible"),
                form.text("CACertificateIdentifier"),
                Members.given(form, FURTHER));
    }
}
