package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.command.DeleteCluster;
import io.aurorarestore.command.DeleteInstance;
import io.aurorarestore.command.RebootInstance;
import io.aurorarestore.command.RenameCluster;
import io.aurorarestore.command.SnapshotCluster;
import io.aurorarestore.command.Tag;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.ObservedBuilder;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Retirement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClearTargetTest {

    private static final Snapshot SOURCE = TestData.snapshot(TestData.LOCAL_ARN, "available");

    private final ClearTarget step = new ClearTarget(TestData.HOME);
    private final Restore clearing = clearing(false);
    private final String aside = clearing.names().setAside();
    private final Cluster old = PredecessorFixture.cluster(PredecessorFixture.TARGET, "available", false);
    private final Cluster steppedAside = PredecessorFixture.cluster(aside, "available", false);

    @Test
    void a_new_target_and_one_that_is_swapped_are_not_cleared() {
        assertDecision(step, TestData.staged(StepName.CLEAR_TARGET), ObservedBuilder.nothing())
                .isSkipped();
        Restore swap = PredecessorFixture.replaced(StepName.CLEAR_TARGET, ReplaceMode.SWAP, Retirement.KEEP, false);
        assertDecision(step, swap, ObservedBuilder.nothing()).isSkipped();
    }

    @Test
    void it_looks_for_both_names_and_for_the_final_snapshot_if_one_is_asked_for() {
        assertThat(step.describe(clearing))
                .startsWith(
                        new Describe.AtCluster(PredecessorFixture.TARGET),
                        new Describe.AtCluster(aside),
                        new Describe.AtInstancesOf(aside));
        assertThat(step.describe(clearing(true)))
                .contains(new Describe.AtSnapshot(
                        TestData.HOME.region(), clearing.names().finalSnapshot()));
    }

    @Test
    void the_old_cluster_steps_aside_first_marked() {
        assertThat(assertDecision(step, clearing, PredecessorFixture.withSource(ObservedBuilder.clusters(old), SOURCE))
                        .acts(RenameCluster.class))
                .isEqualTo(new RenameCluster(PredecessorFixture.TARGET, aside));
        Cluster unmarked = TestData.renamed(steppedAside, aside, Map.of(Ownership.ALLOWED_TAG, "true"));
        assertDecision(step, clearing, PredecessorFixture.seen(List.of(unmarked), PredecessorFixture.WRITER))
                .acts(Tag.class);
    }

    @Test
    void its_sessions_are_ended_before_the_final_snapshot_is_taken() {
        Restore saving = clearing(true);
        assertDecision(step, saving, whole()).acts(RebootInstance.class);
        assertDecision(step, PredecessorFixture.rebooted(saving), whole()).acts(SnapshotCluster.class);
    }

    @Test
    void without_a_final_snapshot_its_instances_go_and_then_itself() {
        Restore rebooted = PredecessorFixture.rebooted(clearing);
        assertThat(assertDecision(step, rebooted, whole())
                        .acts(DeleteInstance.class)
                        .instance())
                .isEqualTo("two");
        assertDecision(
                        step,
                        rebooted,
                        PredecessorFixture.seen(
                                List.of(steppedAside),
                                PredecessorFixture.WRITER,
                                PredecessorFixture.instance("two", "deleting")))
                .acts(DeleteInstance.class);
        assertThat(assertDecision(
                                step,
                                TestData.acted(rebooted, "delete one"),
                                PredecessorFixture.seen(List.of(steppedAside)))
                        .acts(DeleteCluster.class))
                .isEqualTo(new DeleteCluster(aside, "cluster-OLD", true));
    }

    @Test
    void while_its_instances_are_going_the_cluster_may_be_in_any_state() {
        Cluster busy = PredecessorFixture.cluster(aside, "modifying", false);
        assertDecision(
                        step,
                        clearing,
                        PredecessorFixture.seen(
                                List.of(busy),
                                PredecessorFixture.instance("one", "deleting"),
                                PredecessorFixture.instance("two", "deleting")))
                .acts(DeleteCluster.class);
        assertDecision(step, clearing, ObservedBuilder.clusters(PredecessorFixture.cluster(aside, "deleting", false)))
                .waitsFor("deleting");
    }

    @Test
    void it_is_gone_once_it_was_deleted() {
        assertDecision(step, TestData.acted(clearing, "delete " + aside), ObservedBuilder.nothing())
                .isDone();
    }

    @Test
    void with_neither_name_there_the_rename_is_on_its_way_or_somebody_else_deleted_it() {
        assertDecision(step, clearing, ObservedBuilder.nothing()).waitsFor("set aside");
        assertDecision(step, PredecessorFixture.missed(clearing, Missing.SET_ASIDE_CLUSTER), ObservedBuilder.nothing())
                .isDone();
    }

    @Test
    void nothing_moves_or_goes_once_the_snapshot_to_restore_is_gone() {
        assertDecision(step, clearing, ObservedBuilder.clusters(old)).failsWith(FailureCode.GONE);
        assertDecision(
                        step,
                        PredecessorFixture.rebooted(clearing),
                        PredecessorFixture.seen(
                                List.of(steppedAside), PredecessorFixture.WRITER, PredecessorFixture.READER))
                .failsWith(FailureCode.GONE);
        assertDecision(
                        step,
                        clearing,
                        PredecessorFixture.withSource(
                                ObservedBuilder.clusters(old), TestData.snapshot(TestData.LOCAL_ARN, "deleting")))
                .failsWith(FailureCode.GONE);
    }

    @Test
    void nothing_goes_that_would_take_the_snapshot_to_restore_along() {
        Snapshot automated = TestData.automated(
                TestData.HOME.snapshotArn("rds:orders-drill-2026-11-20"), PredecessorFixture.TARGET, "cluster-OLD");
        Restore endangered = clearing.with(clearing.outputs().withSource(automated));

        assertDecision(step, endangered, PredecessorFixture.withSource(ObservedBuilder.clusters(old), automated))
                .failsWith(FailureCode.GONE);
    }

    @Test
    void a_reader_that_was_added_meanwhile_goes_before_any_that_is_known() {
        Observed seen = PredecessorFixture.seen(
                List.of(steppedAside),
                PredecessorFixture.WRITER,
                PredecessorFixture.READER,
                TestData.instance("three", "available", Map.of()));

        assertThat(assertDecision(
                                step,
                                PredecessorFixture.rebooted(clearing),
                                PredecessorFixture.withSource(seen, SOURCE))
                        .acts(DeleteInstance.class)
                        .instance())
                .isEqualTo("three");
    }

    @Test
    void once_it_was_deleted_its_retained_backups_are_named() {
        assertThat(assertDecision(step, TestData.acted(clearing, "delete " + aside), ObservedBuilder.nothing())
                        .isDone()
                        .outcome()
                        .warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning)
                        .contains("delete-db-cluster-automated-backup --db-cluster-resource-id cluster-OLD"));
    }

    @Test
    void another_cluster_of_the_targets_name_is_not_touched() {
        Cluster other = TestData.cluster(PredecessorFixture.TARGET, "cluster-OTHER", "available", TestData.STRANGERS);
        assertDecision(step, clearing, ObservedBuilder.clusters(other)).failsWith(FailureCode.TARGET_CHANGED);
    }

    @Test
    void a_strangers_cluster_of_the_set_aside_name_is_not_touched() {
        Cluster other = TestData.cluster(aside, "cluster-OTHER", "available", TestData.STRANGERS);
        assertDecision(step, clearing, ObservedBuilder.clusters(old, other)).failsWith(FailureCode.NAME_TAKEN);
    }

    private Observed whole() {
        return PredecessorFixture.withSource(
                PredecessorFixture.seen(List.of(steppedAside), PredecessorFixture.WRITER, PredecessorFixture.READER),
                SOURCE);
    }

    private static Restore clearing(boolean finalSnapshot) {
        return PredecessorFixture.replaced(
                StepName.CLEAR_TARGET, ReplaceMode.DELETE_FIRST, Retirement.KEEP, finalSnapshot);
    }
}
