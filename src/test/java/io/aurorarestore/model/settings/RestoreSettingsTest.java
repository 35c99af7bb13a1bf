package io.aurorarestore.model.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the restored cluster is to be. */
class RestoreSettingsTest {

    @Test
    void where_nobody_says_anything_it_is_as_built_in() {
        Restore restore = asking(ClusterSettings.NONE);

        assertThat(restore.instanceClasses()).containsExactly("db.r6g.large");
        assertThat(restore.masterSecret()).isEqualTo("aurora-restore/orders-drill/master");
        assertThat(restore.cluster().archive()).contains(ArchiveMode.TAG);
        assertThat(restore.cluster().retirement()).contains(Retirement.KEEP);
        assertThat(restore.cluster().finalSnapshot()).contains(false);
        assertThat(restore.renewsCertificate()).isFalse();
        assertThat(restore.cluster().port()).isEmpty();
    }

    @Test
    void what_is_asked_is_over_the_old_clusters_and_that_is_over_what_is_built_in() {
        ClusterSettings olds = ClusterSettings.builder()
                .with(ClusterSetting.PORT, 5433)
                .with(ClusterSetting.BACKUP_RETENTION_DAYS, 7)
                .build();
        Restore restore = replacing(
                ClusterSettings.builder().with(ClusterSetting.PORT, 5434).build(),
                olds,
                "db.r7g.xlarge",
                "db.r7g.large");

        assertThat(restore.cluster().port()).contains(5434);
        assertThat(restore.cluster().backupRetentionDays()).contains(7);
        assertThat(restore.cluster().readers()).contains(1);
        assertThat(restore.cluster().archive()).contains(ArchiveMode.TAG);
    }

    @Test
    void without_a_class_asked_the_instances_are_as_the_old_ones_by_position() {
        assertThat(replacing(ClusterSettings.NONE, ClusterSettings.NONE, "db.r7g.xlarge", "db.r7g.large")
                        .instanceClasses())
                .containsExactly("db.r7g.xlarge", "db.r7g.large");
    }

    @Test
    void readers_that_the_old_cluster_had_not_are_as_its_writer() {
        ClusterSettings asked =
                ClusterSettings.builder().with(ClusterSetting.READERS, 3).build();
        assertThat(replacing(asked, ClusterSettings.NONE, "db.r7g.xlarge", "db.r7g.large")
                        .instanceClasses())
                .containsExactly("db.r7g.xlarge", "db.r7g.large", "db.r7g.xlarge", "db.r7g.xlarge");
    }

    @Test
    void fewer_readers_than_the_old_cluster_had_may_be_asked_for() {
        ClusterSettings asked =
                ClusterSettings.builder().with(ClusterSetting.READERS, 0).build();
        assertThat(replacing(asked, ClusterSettings.NONE, "db.r7g.xlarge", "db.r7g.large")
                        .instanceClasses())
                .containsExactly("db.r7g.xlarge");
    }

    @Test
    void a_class_that_is_asked_for_is_every_instances() {
        ClusterSettings asked = ClusterSettings.builder()
                .with(ClusterSetting.INSTANCE_CLASS, "db.serverless")
                .build();
        assertThat(replacing(asked, ClusterSettings.NONE, "db.r7g.xlarge", "db.r7g.large")
                        .instanceClasses())
                .containsExactly("db.serverless", "db.serverless");
    }

    @Test
    void an_old_cluster_without_instances_is_replaced_by_one_with_a_writer() {
        assertThat(replacing(ClusterSettings.NONE, ClusterSettings.NONE).instanceClasses())
                .containsExactly("db.r6g.large");
    }

    private static Restore asking(ClusterSettings asked) {
        return TestData.restore(StepName.RESTORE_CLUSTER, TestData.settings(asked));
    }

    private static Restore replacing(ClusterSettings asked, ClusterSettings olds, String... classes) {
        List<Instance> instances = IntStream.range(0, classes.length)
                .mapToObj(number -> TestData.instance("old-" + number, "available", classes[number], Map.of()))
                .toList();
        Cluster old = TestData.cluster("orders-drill", olds, instances);
        Restore restore = asking(asked);
        return restore.with(restore.outputs().withPredecessor(Predecessor.of(old, instances)));
    }
}
