package io.aurorarestore.local.rds;

import static io.aurorarestore.local.rds.RdsOnVirtualTime.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterEndTest {

    private final RdsOnVirtualTime here = new RdsOnVirtualTime();
    private final Clusters clusters = here.east.clusters();
    private final Instances instances = here.east.instances();

    @Test
    void a_cluster_is_not_deleted_while_an_instance_stays() {
        assertThatThrownBy(() -> clusters.delete(ClusterDeleteRequest.withoutSnapshot("orders")))
                .hasMessage("Cluster cannot be deleted, it still contains DB instances in non-deleting state.");
        assertThat(here.cluster("orders").status()).isEqualTo("available");
    }

    @Test
    void a_cluster_goes_after_its_last_instance() {
        instances.delete("orders-writer");
        here.time.advance(Duration.ofSeconds(30));
        clusters.delete(ClusterDeleteRequest.withoutSnapshot("orders"));

        here.time.advance(Duration.ofMinutes(2));
        assertThat(here.cluster("orders").status()).isEqualTo("deleting");
        here.time.advance(LONG);

        assertThat(here.told()).containsExactly("orders-writer: DB instance deleted", "orders: DB cluster deleted");
        assertThat(clusters.describe(DescribeClusters.all()).items()).isEmpty();
    }

    @Test
    void a_deleted_clusters_data_is_gone_and_its_snapshots_stay() {
        String volume = here.cluster("orders").resourceId();

        delete(ClusterDeleteRequest.withoutSnapshot("orders"));

        assertThat(here.data.isDeleted(volume)).isTrue();
        assertThat(here.snapshot("orders-1").status()).isEqualTo("available");
    }

    @Test
    void a_deleted_clusters_automated_snapshots_go_with_it_unless_they_are_to_stay() {
        here.east.seed().snapshot("rds:orders-1", "orders", "automated", RdsOnVirtualTime.START, Map.of());
        delete(new ClusterDeleteRequest("orders", true, null, false));
        assertThat(automated().items()).hasSize(1);

        here.restored("drill", "drill-1");
        here.east.seed().snapshot("rds:drill-1", "drill", "automated", RdsOnVirtualTime.START, Map.of());
        instances.delete("drill-1");
        clusters.delete(ClusterDeleteRequest.withoutSnapshot("drill"));
        here.time.advance(LONG);
        assertThat(automated().items()).extracting(DbSnapshot::id).containsExactly("rds:orders-1");
    }

    private Page<DbSnapshot> automated() {
        return here.east.snapshots().describe(DescribeSnapshots.all().ofType("automated"));
    }

    @Test
    void a_cluster_does_not_go_before_its_final_snapshot_is_there() {
        instances.delete("orders-writer");
        here.time.advance(LONG);
        clusters.delete(ClusterDeleteRequest.withSnapshot("orders", "orders-final"));

        here.time.advance(Duration.ofMinutes(3).minusMillis(1));
        assertThat(here.cluster("orders").status()).isEqualTo("deleting");
        here.time.advance(Duration.ofMillis(1));

        assertThat(here.told())
                .containsExactly(
                        "orders-writer: DB instance deleted",
                        "orders-final: Creating manual cluster snapshot",
                        "orders-final: Manual cluster snapshot created",
                        "orders: DB cluster deleted");
    }

    @Test
    void a_cluster_stays_if_its_final_snapshot_fails() {
        here.rds.faults().failNext("CreateDBClusterSnapshot", "failed");

        delete(ClusterDeleteRequest.withSnapshot("orders", "orders-final"));

        assertThat(here.snapshot("orders-final").status()).isEqualTo("failed");
        assertThat(here.cluster("orders").status()).isEqualTo("available");
        assertThat(here.told()).doesNotContain("orders: DB cluster deleted");
    }

    @Test
    void a_cluster_stays_if_its_data_cannot_be_saved() {
        here.data.failNext("snapshot");

        delete(ClusterDeleteRequest.withSnapshot("orders", "orders-final"));

        assertThat(here.cluster("orders").status()).isEqualTo("available");
    }

    @Test
    void a_final_snapshot_whose_name_is_taken_stops_the_deletion() {
        instances.delete("orders-writer");

        assertThatThrownBy(() -> clusters.delete(ClusterDeleteRequest.withSnapshot("orders", "orders-1")))
                .hasMessageContaining("already exists");
        assertThat(here.cluster("orders").status()).isEqualTo("available");
    }

    @Test
    void a_deletion_under_way_is_not_begun_again() {
        instances.delete("orders-writer");
        clusters.delete(ClusterDeleteRequest.withoutSnapshot("orders"));

        assertThatThrownBy(() -> clusters.delete(ClusterDeleteRequest.withoutSnapshot("orders")))
                .hasMessageContaining("deleting");
        assertThatThrownBy(() -> instances.delete("orders-writer")).hasMessageContaining("already being deleted");
    }

    @Test
    void a_new_cluster_of_a_deleted_ones_name_is_another() {
        String before = here.cluster("orders").resourceId();
        delete(ClusterDeleteRequest.withoutSnapshot("orders"));

        assertThat(here.restore("orders").resourceId()).isNotEqualTo(before);
    }

    private void delete(ClusterDeleteRequest request) {
        instances.delete("orders-writer");
        clusters.delete(request);
        here.time.advance(LONG);
    }
}
