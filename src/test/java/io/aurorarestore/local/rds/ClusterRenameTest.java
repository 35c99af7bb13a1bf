package io.aurorarestore.local.rds;

import static io.aurorarestore.local.rds.RdsOnVirtualTime.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClusterRenameTest {

    private final RdsOnVirtualTime here = new RdsOnVirtualTime();
    private final Clusters clusters = here.east.clusters();

    @Test
    void a_rename_moves_the_name_and_its_arn_and_keeps_the_resource() {
        DbCluster drill = here.restored("drill", "drill-1");

        assertThat(clusters.modify(ModifyCluster.rename("drill", "Live")).status())
                .isEqualTo("renaming");
        here.time.advance(Duration.ofMinutes(1));

        assertThat(here.cluster("live").arn()).isEqualTo("arn:aws:rds:us-east-1:123456789012:cluster:live");
        assertThat(here.cluster("live").resourceId()).isEqualTo(drill.resourceId());
        assertThat(here.instance("drill-1").cluster()).isEqualTo("live");
        refused("DBClusterNotFoundFault", () -> here.cluster("drill"));
        assertThat(here.told()).containsExactly("live: Renamed cluster from drill to live");
    }

    @Test
    void a_renamed_cluster_answers_at_its_new_name_alone() {
        here.restored("drill", "drill-1");

        clusters.modify(ModifyCluster.rename("drill", "live"));
        here.time.advance(LONG);

        assertThat(here.answers("live")).isTrue();
        assertThat(here.answers("drill")).isFalse();
    }

    @Test
    void a_cluster_answers_at_no_name_while_its_rename_ends() {
        here.restored("drill", "drill-1");

        clusters.modify(ModifyCluster.rename("drill", "live"));
        assertThat(here.answers("drill")).isTrue();
        here.time.advance(Duration.ofSeconds(30));

        assertThat(here.cluster("drill").status()).isEqualTo("renaming");
        assertThat(here.answers("drill")).isFalse();
        assertThat(here.answers("live")).isFalse();
    }

    @Test
    void a_rename_that_fails_leaves_the_old_name_answering() {
        here.restored("drill", "drill-1");
        here.rds.faults().failNext("ModifyDBCluster", "available");

        clusters.modify(ModifyCluster.rename("drill", "live"));
        here.time.advance(LONG);

        assertThat(here.answers("drill")).isTrue();
        assertThat(here.answers("live")).isFalse();
    }

    @Test
    void a_name_that_a_rename_is_about_to_give_is_taken() {
        here.restored("drill", "drill-1");
        clusters.modify(ModifyCluster.rename("drill", "live"));

        refused("DBClusterAlreadyExistsFault", () -> here.restore("live"));
        refused("DBClusterAlreadyExistsFault", () -> clusters.modify(ModifyCluster.rename("orders", "live")));
    }

    @Test
    void a_rename_that_does_not_apply_at_once_is_pending() {
        clusters.modify(new ModifyCluster("orders", "later", false, null, ClusterChanges.NONE));
        here.time.advance(LONG);

        assertThat(here.cluster("orders").pendingId()).isEqualTo("later");
    }

    private static void refused(String code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        RdsError.class, error -> assertThat(error.code()).isEqualTo(code));
    }
}
