package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertUndo;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.command.CreateInstance;
import io.aurorarestore.command.RenameCluster;
import io.aurorarestore.command.RestoreCluster;
import io.aurorarestore.command.Untag;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.ObservedBuilder;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.ResourceKind;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.Outcome;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Retirement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PredecessorRecoveryTest {

    private final ClearTarget step = new ClearTarget(TestData.HOME);
    private final Restore clearing = clearing(true);
    private final Restore sure = PredecessorFixture.missed(clearing, Missing.OLD_CLUSTER);
    private final String aside = clearing.names().setAside();
    private final Cluster remade =
            TestData.cluster(PredecessorFixture.TARGET, "cluster-REMADE", "available", TestData.OURS);

    @Test
    void nothing_is_brought_back_where_nothing_was_deleted_first() {
        Restore swap = PredecessorFixture.replaced(StepName.CLEAR_TARGET, ReplaceMode.SWAP, Retirement.KEEP, false);
        assertThat(step.describeForUndo(swap)).isEmpty();
        assertUndo(step, swap, ObservedBuilder.nothing()).isDone();
    }

    @Test
    void an_old_cluster_that_is_still_there_gets_its_name_back_and_loses_its_mark() {
        assertThat(assertUndo(
                                step,
                                clearing,
                                ObservedBuilder.clusters(PredecessorFixture.cluster(aside, "available", false)))
                        .acts(RenameCluster.class))
                .isEqualTo(new RenameCluster(aside, PredecessorFixture.TARGET));
        Observed back = PredecessorFixture.seen(
                List.of(PredecessorFixture.cluster(PredecessorFixture.TARGET, "available", false)),
                PredecessorFixture.WRITER,
                PredecessorFixture.READER);
        assertUndo(step, clearing, back).acts(Untag.class);
        assertUndo(step, TestData.acted(clearing, Untag.KEY), back).isDone();
    }

    @Test
    void instances_that_were_deleted_already_are_made_again() {
        Cluster back = PredecessorFixture.cluster(PredecessorFixture.TARGET, "available", false);

        CreateInstance made = assertUndo(
                        step, clearing, PredecessorFixture.seen(List.of(back), PredecessorFixture.WRITER))
                .acts(CreateInstance.class);

        assertThat(made.instance()).isEqualTo("two");
        assertThat(made.cluster()).isEqualTo(PredecessorFixture.TARGET);
        assertThat(made.instanceClass()).isEqualTo("db.r6g.large");
        assertUndo(
                        step,
                        clearing,
                        PredecessorFixture.seen(
                                List.of(back),
                                PredecessorFixture.WRITER,
                                PredecessorFixture.instance("two", "deleting")))
                .waitsFor("instance two is deleting");
    }

    @Test
    void one_that_was_stopped_gets_no_instance_until_it_is_started() {
        assertUndo(
                        step,
                        clearing,
                        ObservedBuilder.clusters(
                                PredecessorFixture.cluster(PredecessorFixture.TARGET, "stopped", false)))
                .waitsFor("stopped");
    }

    @Test
    void one_that_is_broken_and_lacks_an_instance_needs_a_person() {
        assertUndo(
                        step,
                        clearing,
                        ObservedBuilder.clusters(PredecessorFixture.cluster(
                                PredecessorFixture.TARGET, "inaccessible-encryption-credentials", false)))
                .failsWith(FailureCode.INSTANCE_FAILED);
    }

    @Test
    void one_that_is_deleting_is_waited_for() {
        assertUndo(step, clearing, ObservedBuilder.clusters(PredecessorFixture.cluster(aside, "deleting", false)))
                .waitsFor("deleting");
    }

    @Test
    void one_that_is_gone_is_restored_from_its_final_snapshot_once_that_is_sure() {
        assertUndo(step, clearing, saved("available")).waitsFor("old cluster");
        assertUndo(step, sure, saved("creating")).waitsFor("creating");

        RestoreCluster restored = assertUndo(step, sure, saved("available")).acts(RestoreCluster.class);

        assertThat(restored.cluster()).isEqualTo(PredecessorFixture.TARGET);
        assertThat(restored.from().snapshot().orElseThrow().id())
                .isEqualTo(clearing.names().finalSnapshot());
        assertThat(restored.settings().port()).contains(5433);
        assertThat(restored.tags())
                .isEqualTo(Map.of(
                        "team",
                        "orders",
                        Ownership.ALLOWED_TAG,
                        "true",
                        Ownership.RESTORE_TAG,
                        TestData.ID.value(),
                        Ownership.STATE_TAG,
                        Ownership.LIVE));
    }

    @Test
    void one_that_is_restored_gets_its_instances_and_is_no_longer_ours_to_delete() {
        Restore owning = TestData.owning(
                TestData.owning(
                        clearing,
                        ResourceKind.CLUSTER,
                        PredecessorFixture.TARGET,
                        TestData.HOME.clusterArn(PredecessorFixture.TARGET)),
                ResourceKind.INSTANCE,
                "one",
                TestData.HOME.instanceArn("one"));

        assertUndo(
                        step,
                        owning,
                        ObservedBuilder.clusters(TestData.cluster(
                                PredecessorFixture.TARGET, "cluster-REMADE", "creating", TestData.OURS)))
                .waitsFor("creating");
        assertThat(assertUndo(step, owning, ObservedBuilder.clusters(remade))
                        .acts(CreateInstance.class)
                        .instance())
                .isEqualTo("one");
        Restore done = assertUndo(
                        step,
                        owning,
                        PredecessorFixture.seen(List.of(remade), PredecessorFixture.WRITER, PredecessorFixture.READER))
                .isDone();
        assertThat(done.resources().isEmpty()).isTrue();
    }

    @Test
    void a_cluster_that_somebody_made_meanwhile_needs_a_person() {
        Cluster other = TestData.cluster(PredecessorFixture.TARGET, "cluster-OTHER", "available", TestData.STRANGERS);
        assertUndo(step, sure, ObservedBuilder.clusters(other)).failsWith(FailureCode.NAME_TAKEN);
    }

    @Test
    void a_final_snapshot_that_failed_or_is_missing_needs_a_person() {
        assertUndo(step, sure, saved("failed")).failsWith(FailureCode.GONE);
        assertUndo(step, sure, ObservedBuilder.nothing()).failsWith(FailureCode.GONE);
    }

    @Test
    void a_loss_that_was_accepted_is_told() {
        Restore unsaved = PredecessorFixture.missed(clearing(false), Missing.OLD_CLUSTER);
        Outcome outcome =
                assertUndo(step, unsaved, ObservedBuilder.nothing()).isDone().outcome();
        assertThat(outcome.lost()).isTrue();
        assertThat(outcome.warnings())
                .containsExactly("The old cluster was deleted, without a final snapshot, as the request accepted.");
    }

    private static Restore clearing(boolean finalSnapshot) {
        return PredecessorFixture.replaced(
                StepName.CLEAR_TARGET, ReplaceMode.DELETE_FIRST, Retirement.KEEP, finalSnapshot);
    }

    private Observed saved(String status) {
        return ObservedBuilder.snapshots(PredecessorFixture.finalSnapshot(clearing, status));
    }
}
