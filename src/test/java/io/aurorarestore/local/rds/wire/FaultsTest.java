package io.aurorarestore.local.rds.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.local.rds.RdsError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DbClusterAlreadyExistsException;
import software.amazon.awssdk.services.rds.model.KmsKeyNotAccessibleException;
import software.amazon.awssdk.services.rds.model.RdsException;

class FaultsTest {

    private final WireRds here = new WireRds();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void the_sdk_tries_a_throttled_call_again() {
        here.rds.faults().add("DescribeDBClusters", RdsError.throttled(), 1);

        assertThat(here.cluster("orders").status()).isEqualTo("available");
    }

    @Test
    void throttling_that_does_not_end_reaches_the_caller_as_such() {
        here.rds.faults().add("DescribeDBClusters", RdsError.throttled(), 100);

        assertThatThrownBy(() -> here.cluster("orders"))
                .isInstanceOfSatisfying(
                        RdsException.class,
                        error -> assertThat(error.isThrottlingException()).isTrue());
        here.rds.faults().clear();
        assertThat(here.cluster("orders").status()).isEqualTo("available");
    }

    @Test
    void a_refused_call_changes_nothing() {
        here.rds.faults().add("RestoreDBClusterFromSnapshot", new RdsError("KMSKeyNotAccessibleFault", 400, "no"), 1);

        assertThatThrownBy(() -> here.restore("drill")).isInstanceOf(KmsKeyNotAccessibleException.class);
        assertThat(here.east.describeDBClusters().dbClusters()).hasSize(1);
        here.restore("drill");
    }

    @Test
    void a_call_whose_answer_is_lost_has_been_done_when_the_sdk_tries_again() {
        here.rds.faults().loseAnswer("RestoreDBClusterFromSnapshot", new RdsError("InternalFailure", 500, "lost"), 1);

        assertThatThrownBy(() -> here.restore("drill")).isInstanceOf(DbClusterAlreadyExistsException.class);
        assertThat(here.cluster("drill").status()).isEqualTo("creating");
    }

    @Test
    void work_that_was_accepted_may_end_in_any_status() {
        here.rds.faults().failNext("RestoreDBClusterFromSnapshot", "migration-failed");
        here.restore("drill");
        assertThat(here.cluster("drill").status()).isEqualTo("creating");

        here.settle();

        assertThat(here.cluster("drill").status()).isEqualTo("migration-failed");
        assertThat(here.events).isEmpty();
        here.east.deleteDBCluster(delete -> delete.dbClusterIdentifier("drill").skipFinalSnapshot(true));
        here.settle();
        assertThat(here.told()).containsExactly("RDS-EVENT-0171");
    }
}
