package io.aurorarestore.local.rds;

import static io.aurorarestore.local.rds.RdsOnVirtualTime.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterLifeTest {

    private final RdsOnVirtualTime here = new RdsOnVirtualTime();
    private final Clusters clusters = here.east.clusters();

    @Test
    void a_restored_cluster_is_creating_for_as_long_as_a_restore_takes() {
        assertThat(here.restore("drill").status()).isEqualTo("creating");

        here.time.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(here.cluster("drill").status()).isEqualTo("creating");
        assertThat(here.told()).isEmpty();

        here.time.advance(Duration.ofMillis(1));
        assertThat(here.cluster("drill").status()).isEqualTo("available");
        assertThat(here.told()).containsExactly("drill: DB cluster created");
    }

    @Test
    void a_restored_cluster_holds_the_snapshots_data_and_no_instance() {
        DbCluster drill = here.restore("drill");

        assertThat(here.data.origin(drill.resourceId()))
                .isEqualTo(here.snapshot("orders-1").arn());
        assertThat(drill.members()).isEmpty();
    }

    @Test
    void a_cluster_answers_only_with_an_available_instance() {
        here.restore("drill");
        here.time.advance(LONG);
        assertThat(here.answers("drill")).isFalse();

        here.create("drill-1", "drill");
        assertThat(here.answers("drill")).isFalse();

        here.time.advance(Duration.ofMinutes(4));
        assertThat(here.answers("drill")).isTrue();
        assertThat(here.told()).containsExactly("drill: DB cluster created", "drill-1: DB instance created");
    }

    @Test
    void an_instance_is_refused_until_the_cluster_is_available() {
        here.restore("drill");

        refused("InvalidDBClusterStateFault", () -> here.create("drill-1", "drill"));
    }

    @Test
    void a_new_password_counts_when_its_reset_is_done() {
        DbCluster orders = clusters.modify(ModifyCluster.password("orders", "long-enough"));

        assertThat(orders.status()).isEqualTo("resetting-master-credentials");
        assertThat(here.data.password(orders.resourceId())).isEmpty();
        here.time.advance(Duration.ofSeconds(90));
        assertThat(here.data.password(orders.resourceId())).contains("long-enough");
        assertThat(here.told()).containsExactly("orders: Reset master credentials");
    }

    @Test
    void a_password_and_a_name_change_one_after_the_other() {
        clusters.modify(new ModifyCluster("orders", "live", true, "long-enough", ClusterChanges.NONE));

        here.time.advance(Duration.ofSeconds(90));
        assertThat(here.cluster("orders").status()).isEqualTo("renaming");
        here.time.advance(Duration.ofSeconds(60));
        assertThat(here.cluster("live").status()).isEqualTo("available");
    }

    @Test
    void a_cluster_that_changes_takes_no_other_change() {
        clusters.modify(ModifyCluster.password("orders", "long-enough"));

        refused("InvalidDBClusterStateFault", () -> clusters.modify(ModifyCluster.rename("orders", "live")));
        refused("InvalidDBClusterStateFault", () -> clusters.delete(ClusterDeleteRequest.withoutSnapshot("orders")));
        refused("InvalidDBClusterStateFault", () -> clusters.stop("orders"));
        refused(
                "InvalidDBClusterStateFault",
                () -> here.east.snapshots().create(new CreateSnapshot("now", "orders", Map.of())));
    }

    @Test
    void a_stopped_cluster_does_not_answer_until_it_is_started() {
        here.restored("drill", "drill-1");

        clusters.stop("drill");
        here.time.advance(LONG);
        assertThat(here.answers("drill")).isFalse();
        refused("InvalidDBClusterStateFault", () -> clusters.delete(ClusterDeleteRequest.withoutSnapshot("drill")));

        clusters.start("drill");
        here.time.advance(LONG);
        assertThat(here.answers("drill")).isTrue();
        assertThat(here.told())
                .containsExactly(
                        "drill-1: DB instance stopped",
                        "drill: DB cluster stopped",
                        "drill-1: DB instance started",
                        "drill: DB cluster started");
    }

    @Test
    void a_cluster_is_not_stopped_while_an_instance_of_it_is_not_available() {
        here.restored("drill", "drill-1");
        here.create("drill-2", "drill");

        refused("InvalidDBInstanceState", () -> clusters.stop("drill"));
        here.time.advance(LONG);
        assertThat(here.instance("drill-2").status()).isEqualTo("available");
    }

    @Test
    void what_is_stopped_takes_no_other_name_and_no_other_instance() {
        here.restored("drill", "drill-1");
        clusters.stop("drill");

        for (String state : List.of("stopping", "stopped")) {
            assertThat(here.cluster("drill").status()).isEqualTo(state);
            refused("InvalidDBClusterStateFault", () -> clusters.modify(ModifyCluster.rename("drill", "live")));
            refused("InvalidDBClusterStateFault", () -> here.create("drill-2", "drill"));
            refused("InvalidDBInstanceState", () -> here.east.instances().reboot("drill-1"));
            refused("InvalidDBClusterStateFault", () -> clusters.stop("drill"));
            here.time.advance(LONG);
        }
    }

    @Test
    void a_cluster_is_started_only_once_it_has_stopped() {
        here.restored("drill", "drill-1");
        clusters.stop("drill");
        refused("InvalidDBClusterStateFault", () -> clusters.start("drill"));
        here.time.advance(LONG);
        clusters.start("drill");

        assertThat(here.cluster("drill").status()).isEqualTo("starting");
        assertThat(here.instance("drill-1").status()).isEqualTo("starting");
        refused("InvalidDBClusterStateFault", () -> clusters.start("drill"));
    }

    @Test
    void a_member_of_a_global_database_is_not_stopped() {
        here.restored("drill", "drill-1");
        here.east.seed().of("drill").globalCluster("worldwide");

        refused("InvalidDBClusterStateFault", () -> clusters.stop("drill"));
    }

    @Test
    void a_cluster_without_instances_does_not_answer_when_it_is_started() {
        here.restore("drill");
        here.time.advance(LONG);
        clusters.stop("drill");
        here.time.advance(LONG);
        clusters.start("drill");
        here.time.advance(LONG);

        assertThat(here.cluster("drill").status()).isEqualTo("available");
        assertThat(here.answers("drill")).isFalse();
    }

    @Test
    void a_status_that_lags_behind_is_no_longer_true() {
        var late = new RdsOnVirtualTime(RdsOptions.defaults().withLag(Duration.ofSeconds(30)), Map.of());
        late.restore("drill");
        late.time.advance(Duration.ofMinutes(5));

        assertThat(late.cluster("drill").status()).isEqualTo("creating");
        assertThat(late.told()).containsExactly("drill: DB cluster created");
        late.create("drill-1", "drill");
        late.time.advance(Duration.ofSeconds(30));
        assertThat(late.cluster("drill").status()).isEqualTo("available");
    }

    private static void refused(String code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        RdsError.class, error -> assertThat(error.code()).isEqualTo(code));
    }
}
