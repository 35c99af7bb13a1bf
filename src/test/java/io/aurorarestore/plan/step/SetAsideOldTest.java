package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertDecision;
import static io.aurorarestore.engine.DecisionAssert.assertUndo;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.command.RenameCluster;
import io.aurorarestore.command.SetProtection;
import io.aurorarestore.command.Tag;
import io.aurorarestore.command.Untag;
import io.aurorarestore.engine.ObservedBuilder;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.ResourceKind;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Retirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which of the two names exists, and whose they are, says how far the rename is. */
class SetAsideOldTest {

    private static final Map<String, String> MARKED = Map.of(Ownership.SET_ASIDE_TAG, TestData.ID.value());

    private static final Map<String, String> ALLOWED = Map.of(Ownership.ALLOWED_TAG, "true");

    private final SetAsideOld step = new SetAsideOld(TestData.HOME);
    private final Cluster old = TestData.cluster("orders-drill", "cluster-OLD", "available", ALLOWED);
    private final Restore restore = swapping(old);
    private final String aside = restore.names().setAside();

    private final Cluster successor = TestData.cluster(restore.names().staging(), "available", TestData.OURS);

    @Test
    void nothing_is_set_aside_for_a_successor_that_is_not_there() {
        Cluster going = TestData.cluster(restore.names().staging(), "deleting", TestData.OURS);

        assertDecision(step, restore, ObservedBuilder.clusters(old, going)).waitsFor("to be seen");
        assertDecision(step, PredecessorFixture.missed(restore, Missing.STAGING_CLUSTER), ObservedBuilder.clusters(old))
                .failsWith(FailureCode.GONE);
    }

    @Test
    void a_new_target_has_nothing_to_set_aside() {
        assertDecision(step, TestData.staged(StepName.SET_ASIDE_OLD), ObservedBuilder.nothing())
                .isSkipped();
    }

    @Test
    void the_old_cluster_under_the_targets_name_is_renamed() {
        RenameCluster rename = assertDecision(step, restore, ObservedBuilder.clusters(old, successor))
                .acts(RenameCluster.class);

        assertThat(rename).isEqualTo(new RenameCluster("orders-drill", aside));
    }

    @Test
    void one_whose_tag_was_taken_away_since_the_pre_flight_stays_where_it_is() {
        Cluster unmarked = TestData.renamed(old, "orders-drill", Map.of());
        assertDecision(step, restore, ObservedBuilder.clusters(unmarked, successor))
                .failsWith(FailureCode.TARGET_PROTECTED);
        assertDecision(
                        step,
                        restore,
                        ObservedBuilder.in(old, successor, TestData.instance("one", "available", Map.of())))
                .failsWith(FailureCode.TARGET_PROTECTED);
    }

    @Test
    void a_reader_without_a_tag_that_came_since_the_pre_flight_is_not_in_the_way() {
        assertDecision(
                        step,
                        restore,
                        ObservedBuilder.in(old, successor, TestData.instance("three", "available", Map.of())))
                .acts(RenameCluster.class);
    }

    @Test
    void one_that_belongs_to_something_by_now_stays_where_it_is() {
        assertDecision(step, restore, PredecessorFixture.attached(ObservedBuilder.clusters(old, successor)))
                .failsWith(FailureCode.TARGET_UNSUITABLE);
    }

    @Test
    void one_that_changes_is_waited_for_and_one_that_is_stopped_or_leaving_is_not() {
        assertDecision(step, restore, ObservedBuilder.clusters(in("backing-up"), successor))
                .waitsFor("backing-up");
        for (String status : List.of("stopped", "deleting", "inaccessible-encryption-credentials")) {
            assertDecision(step, restore, ObservedBuilder.clusters(in(status), successor))
                    .failsWith(FailureCode.TARGET_UNSUITABLE);
        }
    }

    @Test
    void undo_does_not_wait_for_one_that_never_moved_and_will_not_change() {
        assertUndo(step, restore, ObservedBuilder.clusters(in("stopped"))).isDone();
        assertUndo(step, restore, ObservedBuilder.clusters(in("deleting"))).isDone();
        assertUndo(step, restore, ObservedBuilder.clusters(in("backing-up"))).waitsFor("backing-up");
    }

    private static Cluster in(String status) {
        return TestData.cluster("orders-drill", "cluster-OLD", status, ALLOWED);
    }

    @Test
    void set_aside_it_is_marked_and_then_done() {
        assertDecision(step, restore, ObservedBuilder.clusters(TestData.renamed(old, aside, Map.of())))
                .acts(Tag.class);
        assertDecision(step, restore, ObservedBuilder.clusters(TestData.renamed(old, aside, MARKED)))
                .isDone();
    }

    @Test
    void with_neither_name_the_rename_is_on_its_way() {
        assertDecision(step, restore, ObservedBuilder.nothing()).waitsFor("renamed");
    }

    @Test
    void another_cluster_of_the_targets_name_is_not_touched() {
        Cluster other = TestData.cluster("orders-drill", "cluster-OTHER", "available", Map.of());

        assertDecision(step, restore, ObservedBuilder.clusters(other)).failsWith(FailureCode.TARGET_CHANGED);
    }

    @Test
    void a_strangers_cluster_of_the_set_aside_name_is_not_touched() {
        Cluster other = TestData.cluster(aside, "cluster-OTHER", "available", Map.of());

        assertDecision(step, restore, ObservedBuilder.clusters(old, other, successor))
                .failsWith(FailureCode.NAME_TAKEN);
    }

    @Test
    void undo_with_only_the_target_there_is_done_once_it_is_unmarked() {
        assertUndo(step, restore, ObservedBuilder.clusters(old)).isDone();
        assertUndo(step, restore, ObservedBuilder.clusters(TestData.renamed(old, "orders-drill", MARKED)))
                .acts(Untag.class);
    }

    @Test
    void undo_with_only_the_old_name_there_gives_the_target_its_cluster_back() {
        RenameCluster back = assertUndo(step, restore, ObservedBuilder.clusters(TestData.renamed(old, aside, MARKED)))
                .acts(RenameCluster.class);

        assertThat(back).isEqualTo(new RenameCluster(aside, "orders-drill"));
    }

    @Test
    void undo_protects_a_cluster_that_somebody_stopped_once_it_runs_again() {
        String target = PredecessorFixture.TARGET;
        Restore swapping = PredecessorFixture.replaced(StepName.SET_ASIDE_OLD, ReplaceMode.SWAP, Retirement.KEEP, true);
        Restore guarded = swapping.with(swapping.outputs()
                .withPredecessor(Predecessor.of(PredecessorFixture.cluster(target, "available", true), List.of())));

        for (String status : List.of("stopping", "stopped", "starting")) {
            assertUndo(step, guarded, ObservedBuilder.clusters(PredecessorFixture.cluster(target, status, false)))
                    .waitsFor(status);
        }
        assertThat(assertUndo(
                                step,
                                guarded,
                                ObservedBuilder.clusters(PredecessorFixture.cluster(target, "available", false)))
                        .acts(SetProtection.class))
                .isEqualTo(new SetProtection(target, true));
    }

    @Test
    void undo_with_both_names_there_needs_a_person() {
        Cluster inTheWay = TestData.cluster("orders-drill", "cluster-NEW", "available", TestData.OURS);

        assertUndo(step, restore, ObservedBuilder.clusters(TestData.renamed(old, aside, MARKED), inTheWay))
                .failsWith(FailureCode.NAME_TAKEN);
    }

    @Test
    void undo_with_neither_name_there_waits_and_then_says_that_the_cluster_is_gone() {
        assertUndo(step, restore, ObservedBuilder.nothing()).waitsFor("old cluster");
        Restore longSince = PredecessorFixture.missed(restore, Missing.OLD_CLUSTER);
        assertThat(assertUndo(step, longSince, ObservedBuilder.nothing())
                        .isDone()
                        .outcome()
                        .warnings())
                .anyMatch(warning -> warning.contains("cluster-OLD"));
    }

    @Test
    void a_look_between_two_names_does_not_make_the_old_cluster_gone() {
        Restore renaming = restore.with(restore.progress()
                .waiting("cluster " + aside + " is renaming", Optional.empty(), TestData.NOW.minusSeconds(600)));

        assertUndo(step, renaming, ObservedBuilder.nothing()).waitsFor("the old cluster to be seen");
    }

    @Test
    void undo_moves_the_restored_cluster_out_of_the_way_if_it_was_promoted_after_all() {
        String staging = restore.names().staging();
        Cluster promoted = TestData.cluster("orders-drill", "cluster-NEW", "available", TestData.OURS);
        Restore staged = TestData.owning(restore, ResourceKind.CLUSTER, staging, TestData.HOME.clusterArn(staging));
        Restore pinned = staged.with(staged.resources().pinned(TestData.HOME.clusterArn(staging), "cluster-NEW"));

        assertThat(assertUndo(step, pinned, ObservedBuilder.clusters(TestData.renamed(old, aside, MARKED), promoted))
                        .acts(RenameCluster.class))
                .isEqualTo(new RenameCluster("orders-drill", staging));
    }

    static Restore swapping(Cluster old) {
        RestoreRequest request = new RestoreRequest(
                "orders-drill",
                new SnapshotSelector.ById(TestData.SOURCE_ARN),
                "default",
                ReplaceMode.SWAP,
                false,
                ClusterSettings.NONE);
        Restore restore = TestData.restore(StepName.SET_ASIDE_OLD, TestData.settings(), request);
        return restore.with(restore.outputs()
                .withSource(TestData.snapshot(TestData.LOCAL_ARN, "available"))
                .withPredecessor(Predecessor.of(
                        old,
                        List.of(
                                TestData.instance("one", "available", ALLOWED),
                                TestData.instance("two", "available", ALLOWED)))));
    }
}
