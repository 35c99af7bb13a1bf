package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.command.DeleteCluster;
import io.aurorarestore.command.DeleteInstance;
import io.aurorarestore.command.SnapshotCluster;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.ObservedBuilder;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Retirement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The names and tags are those of the restore that set the cluster aside. */
class RetireClusterTest {

    private static final Retirement IN_A_WEEK = new Retirement(Optional.of(Duration.ofDays(7)));

    private final RetireCluster step = new RetireCluster(TestData.HOME);
    private final Restore swap =
            PredecessorFixture.replaced(StepName.ARCHIVE_SNAPSHOT, ReplaceMode.SWAP, IN_A_WEEK, false);
    private final Restore retirement = swap.retirement(TestData.NOW);
    private final String aside = swap.names().setAside();
    private final Cluster old = PredecessorFixture.cluster(aside, "available", false);

    @Test
    void it_looks_under_the_name_that_the_restore_gave() {
        assertThat(step.describe(retirement))
                .startsWith(new Describe.AtCluster(aside), new Describe.AtInstancesOf(aside));
    }

    @Test
    void the_reader_goes_then_the_writer_then_the_cluster() {
        assertThat(assertDecision(
                                step,
                                retirement,
                                PredecessorFixture.seen(
                                        List.of(old), PredecessorFixture.WRITER, PredecessorFixture.READER))
                        .acts(DeleteInstance.class)
                        .instance())
                .isEqualTo("two");
        assertThat(assertDecision(step, retirement, PredecessorFixture.seen(List.of(old)))
                        .acts(DeleteCluster.class)
                        .cluster())
                .isEqualTo(aside);
        assertDecision(step, retirement, ObservedBuilder.nothing()).isDone();
    }

    @Test
    void a_final_snapshot_is_taken_under_the_name_and_with_the_tags_of_the_restore() {
        Restore saving = PredecessorFixture.replaced(StepName.ARCHIVE_SNAPSHOT, ReplaceMode.SWAP, IN_A_WEEK, true)
                .retirement(TestData.NOW);

        assertThat(step.describe(saving))
                .contains(new Describe.AtSnapshot(
                        TestData.HOME.region(), swap.names().finalSnapshot()));
        assertThat(assertDecision(step, saving, PredecessorFixture.seen(List.of(old), PredecessorFixture.WRITER))
                        .acts(SnapshotCluster.class))
                .isEqualTo(new SnapshotCluster(swap.names().finalSnapshot(), aside, TestData.OURS));
    }

    @Test
    void one_that_somebody_stopped_cannot_be_deleted_and_says_how_to_start_it() {
        assertDecision(
                        step,
                        retirement,
                        PredecessorFixture.seen(
                                List.of(PredecessorFixture.cluster(aside, "stopped", false)),
                                PredecessorFixture.WRITER))
                .failsWith(FailureCode.RETIREMENT_FAILED);
    }

    @Test
    void an_instance_of_another_cluster_that_has_the_name_by_now_is_not_its_own() {
        assertThat(assertDecision(
                                step,
                                retirement,
                                PredecessorFixture.seen(
                                        List.of(old),
                                        TestData.instance("four", "available", Map.of()),
                                        PredecessorFixture.WRITER))
                        .acts(DeleteInstance.class)
                        .instance())
                .isEqualTo(PredecessorFixture.WRITER.name());
    }

    @Test
    void an_instance_that_it_did_not_have_goes_with_it() {
        assertThat(assertDecision(
                                step,
                                retirement,
                                PredecessorFixture.seen(
                                        List.of(old), TestData.instance("three", "available", Map.of())))
                        .acts(DeleteInstance.class)
                        .instance())
                .isEqualTo("three");
    }

    @Test
    void it_is_kept_where_somebody_took_its_tag_away() {
        assertDecision(
                        step,
                        retirement,
                        ObservedBuilder.clusters(TestData.cluster(aside, "cluster-OLD", "available", Map.of())))
                .failsWith(FailureCode.TARGET_PROTECTED);
    }

    @Test
    void another_cluster_of_that_name_is_left_alone() {
        Cluster other = TestData.cluster(aside, "cluster-OTHER", "available", TestData.STRANGERS);
        assertDecision(step, retirement, ObservedBuilder.clusters(other)).isDone();
    }
}
