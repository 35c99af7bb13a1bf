package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.command.DeleteCluster;
import io.aurorarestore.command.DeleteInstance;
import io.aurorarestore.command.SnapshotCluster;
import io.aurorarestore.engine.A;
import io.aurorarestore.engine.Look;
import io.aurorarestore.engine.Seen;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Replace;
import io.aurorarestore.model.settings.Retirement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The names and tags are those of the restore that set the cluster aside. */
class RetireClusterTest {

    private static final Retirement IN_A_WEEK = new Retirement(Optional.of(Duration.ofDays(7)));

    private final RetireCluster step = new RetireCluster(A.HOME);
    private final Restore swap = Old.replaced(StepName.ARCHIVE_SNAPSHOT, Replace.SWAP, IN_A_WEEK, false);
    private final Restore retirement = swap.retirement(A.NOW);
    private final String aside = swap.names().setAside();
    private final Cluster old = Old.cluster(aside, "available", false);

    @Test
    void it_looks_under_the_name_that_the_restore_gave() {
        assertThat(step.looks(retirement)).startsWith(new Look.AtCluster(aside), new Look.AtInstancesOf(aside));
    }

    @Test
    void the_reader_goes_then_the_writer_then_the_cluster() {
        assertThat(assertDecision(step, retirement, Old.seen(List.of(old), Old.WRITER, Old.READER))
                        .acts(DeleteInstance.class)
                        .instance())
                .isEqualTo("two");
        assertThat(assertDecision(step, retirement, Old.seen(List.of(old)))
                        .acts(DeleteCluster.class)
                        .cluster())
                .isEqualTo(aside);
        assertDecision(step, retirement, Seen.nothing()).isDone();
    }

    @Test
    void a_final_snapshot_is_taken_under_the_name_and_with_the_tags_of_the_restore() {
        Restore saving = Old.replaced(StepName.ARCHIVE_SNAPSHOT, Replace.SWAP, IN_A_WEEK, true)
                .retirement(A.NOW);

        assertThat(step.looks(saving))
                .contains(new Look.AtSnapshot(A.HOME.region(), swap.names().finalSnapshot()));
        assertThat(assertDecision(step, saving, Old.seen(List.of(old), Old.WRITER))
                        .acts(SnapshotCluster.class))
                .isEqualTo(new SnapshotCluster(swap.names().finalSnapshot(), aside, A.OURS));
    }

    @Test
    void one_that_somebody_stopped_cannot_be_deleted_and_says_how_to_start_it() {
        assertDecision(step, retirement, Old.seen(List.of(Old.cluster(aside, "stopped", false)), Old.WRITER))
                .failsWith(FailureCode.RETIREMENT_FAILED);
    }

    @Test
    void an_instance_of_another_cluster_that_has_the_name_by_now_is_not_its_own() {
        assertThat(assertDecision(
                                step,
                                retirement,
                                Old.seen(List.of(old), A.instance("four", "available", Map.of()), Old.WRITER))
                        .acts(DeleteInstance.class)
                        .instance())
                .isEqualTo(Old.WRITER.name());
    }

    @Test
    void an_instance_that_it_did_not_have_goes_with_it() {
        assertThat(assertDecision(step, retirement, Old.seen(List.of(old), A.instance("three", "available", Map.of())))
                        .acts(DeleteInstance.class)
                        .instance())
                .isEqualTo("three");
    }

    @Test
    void it_is_kept_where_somebody_took_its_tag_away() {
        assertDecision(step, retirement, Seen.clusters(A.cluster(aside, "cluster-OLD", "available", Map.of())))
                .failsWith(FailureCode.TARGET_PROTECTED);
    }

    @Test
    void another_cluster_of_that_name_is_left_alone() {
        Cluster other = A.cluster(aside, "cluster-OTHER", "available", A.STRANGERS);
        assertDecision(step, retirement, Seen.clusters(other)).isDone();
    }
}
