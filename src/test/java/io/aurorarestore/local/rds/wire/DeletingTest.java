package io.aurorarestore.local.rds.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DbClusterNotFoundException;
import software.amazon.awssdk.services.rds.model.DbInstanceNotFoundException;
import software.amazon.awssdk.services.rds.model.RdsException;

class DeletingTest {

    private final WireRds here = new WireRds();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void instance_and_cluster_are_deleting_until_they_are_gone() {
        deleteWriter();
        assertThat(here.instance("orders-writer").dbInstanceStatus()).isEqualTo("deleting");
        here.east.deleteDBCluster(delete -> delete.dbClusterIdentifier("orders").skipFinalSnapshot(true));
        assertThat(here.cluster("orders").status()).isEqualTo("deleting");

        here.settle();

        assertThatThrownBy(() -> here.instance("orders-writer")).isInstanceOf(DbInstanceNotFoundException.class);
        assertThatThrownBy(() -> here.cluster("orders")).isInstanceOf(DbClusterNotFoundException.class);
        assertThat(here.told()).containsExactly("RDS-EVENT-0003", "RDS-EVENT-0171");
    }

    @Test
    void a_final_snapshot_outlives_its_cluster() {
        deleteWriter();
        here.east.deleteDBCluster(
                delete -> delete.dbClusterIdentifier("orders").finalDBSnapshotIdentifier("orders-final"));
        assertThat(WireRds.snapshot(here.east, "orders-final").status()).isEqualTo("creating");

        here.settle();

        assertThat(WireRds.snapshot(here.east, "orders-final").status()).isEqualTo("available");
        assertThat(here.told()).startsWith("RDS-EVENT-0074").endsWith("RDS-EVENT-0171");
    }

    @Test
    void either_a_final_snapshot_is_named_or_skipped() {
        deleteWriter();

        refused(() -> here.east.deleteDBCluster(delete -> delete.dbClusterIdentifier("orders")));
        refused(() -> here.east.deleteDBCluster(delete -> delete.dbClusterIdentifier("orders")
                .skipFinalSnapshot(true)
                .finalDBSnapshotIdentifier("orders-final")));
        refused(() -> here.east.deleteDBInstance(
                delete -> delete.dbInstanceIdentifier("orders-writer").finalDBSnapshotIdentifier("orders-final")));
    }

    @Test
    void deletion_protection_holds_until_it_is_taken_off() {
        protect(true);
        deleteWriter();
        refused(() -> here.east.deleteDBCluster(
                delete -> delete.dbClusterIdentifier("orders").skipFinalSnapshot(true)));

        protect(false);
        here.east.deleteDBCluster(delete -> delete.dbClusterIdentifier("orders").skipFinalSnapshot(true));
        here.settle();
        assertThat(here.east.describeDBClusters().dbClusters()).isEmpty();
    }

    private void protect(boolean on) {
        here.east.modifyDBCluster(modify -> modify.dbClusterIdentifier("orders").deletionProtection(on));
    }

    private void deleteWriter() {
        here.east.deleteDBInstance(
                delete -> delete.dbInstanceIdentifier("orders-writer").skipFinalSnapshot(true));
    }

    private static void refused(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        RdsException.class,
                        error -> assertThat(error.awsErrorDetails().errorCode())
                                .isEqualTo("InvalidParameterCombination"));
    }
}
