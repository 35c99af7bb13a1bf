package io.aurorarestore.local.rds.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.rds.model.Filter;
import software.amazon.awssdk.services.rds.model.RdsException;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotRequest;

class InvalidRequestsTest {

    private final WireRds here = new WireRds();

    @AfterEach
    void close() {
        here.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1st", "ends-", "two--hyphens", "under_score"})
    void an_identifier_that_is_none_is_an_invalid_value(String id) {
        refused("InvalidParameterValue", "not a valid identifier", on -> on.restore(id));
        refused("InvalidParameterValue", "not a valid identifier", on -> on.create(id, "orders"));
        refused("InvalidParameterValue", "not a valid identifier", on -> take(on, id));
    }

    @Test
    void what_has_no_exception_of_its_own_is_told_by_its_code() {
        refused("InvalidParameterValue", "MaxRecords", on -> on.east.describeDBClusters(all -> all.maxRecords(19)));
        refused(
                "InvalidParameterValue",
                "Unrecognized filter",
                on -> on.east.describeDBClusters(all -> all.filters(
                        Filter.builder().name("colour").values("red").build())));
        refused(
                "InvalidParameterValue",
                "not a valid password",
                on -> on.east.modifyDBCluster(
                        modify -> modify.dbClusterIdentifier("orders").masterUserPassword("short")));
        refused(
                "InvalidParameterCombination",
                "engine",
                on -> on.east.restoreDBClusterFromSnapshot(
                        drill().engine("aurora-mysql").build()));
        refused(
                "InvalidParameterCombination",
                "MaxCapacity",
                on -> on.east.modifyDBCluster(modify -> modify.dbClusterIdentifier("orders")
                        .serverlessV2ScalingConfiguration(scale -> scale.maxCapacity(8.0))));
        refused("MissingParameter", "DBClusterIdentifier", on -> on.east.deleteDBCluster(all -> {}));
        refused("InvalidAction", "DescribeDBSecurityGroups", on -> on.east.describeDBSecurityGroups());
    }

    @Test
    void a_parameter_that_is_not_simulated_is_refused_and_nothing_is_done() {
        refused(
                "InvalidParameterValue",
                "BacktrackWindow",
                on -> on.east.restoreDBClusterFromSnapshot(
                        drill().backtrackWindow(60L).build()));

        assertThat(here.east.describeDBClusters().dbClusters()).hasSize(1);
    }

    private void refused(String code, String description, Consumer<WireRds> call) {
        assertThatThrownBy(() -> call.accept(here))
                .hasMessageContaining(description)
                .isInstanceOfSatisfying(
                        RdsException.class,
                        error -> assertThat(error.awsErrorDetails().errorCode()).isEqualTo(code));
    }

    private static RestoreDbClusterFromSnapshotRequest.Builder drill() {
        return RestoreDbClusterFromSnapshotRequest.builder()
                .dbClusterIdentifier("drill")
                .snapshotIdentifier("orders-1")
                .engine("aurora-postgresql");
    }

    private static void take(WireRds on, String snapshot) {
        on.east.createDBClusterSnapshot(
                take -> take.dbClusterSnapshotIdentifier(snapshot).dbClusterIdentifier("orders"));
    }
}
