package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.command.DeleteCluster;
import io.aurorarestore.command.DeleteInstance;
import io.aurorarestore.command.RebootInstance;
import io.aurorarestore.command.RenameCluster;
import io.aurorarestore.command.SnapshotCluster;
import io.aurorarestore.command.Tag;
import io.aurorarestore.engine.A;
import io.aurorarestore.engine.Look;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Seen;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Replace;
import io.aurorarestore.model.settings.Retirement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClearTargetTest {

    private static final Snapshot SOURCE = A.snapshot(A.LOCAL_ARN, "available");

    private final ClearTarget step = new ClearTarget(A.HOME);
    private final Restore clearing = clearing(false);
    private final String aside = clearing.names().setAside();
    private final Cluster old = Old.cluster(Old.TARGET, "available", false);
    private final Cluster steppedAside = Old.cluster(aside, "available", false);

    @Test
    void a_new_target_and_one_that_is_swapped_are_not_cleared() {
        assertDecision(step, A.staged(StepName.CLEAR_TARGET), Seen.nothing()).isSkipped();
        Restore swap = Old.replaced(StepName.CLEAR_TARGET, Replace.SWAP, Retirement.KEEP, false);
        assertDecision(step, swap, Seen.nothing()).isSkipped();
    }

    @Test
    void it_looks_for_both_names_and_for_the_final_snapshot_if_one_is_asked_for() {
        assertThat(step.looks(clearing))
                .startsWith(new Look.AtCluster(Old.TARGET), new Look.AtCluster(aside), new Look.AtInstancesOf(aside));
        assertThat(step.looks(clearing(true)))
                .contains(new Look.AtSnapshot(A.HOME.region(), clearing.names().finalSnapshot()));
    }

    @Test
    void the_old_cluster_steps_aside_first_marked() {
        assertThat(assertDecision(step, clearing, Old.withSource(Seen.clusters(old), SOURCE))
                        .acts(RenameCluster.class))
                .isEqualTo(new RenameCluster(Old.TARGET, aside));
        Cluster unmarked = A.renamed(steppedAside, aside, Map.of(Ownership.ALLOWED_TAG, "true"));
        assertDecision(step, clearing, Old.seen(List.of(unmarked), Old.WRITER)).acts(Tag.class);
    }

    @Test
    void its_sessions_are_ended_before_the_final_snapshot_is_taken() {
        Restore saving = clearing(true);
        assertDecision(step, saving, whole()).acts(RebootInstance.class);
        assertDecision(step, Old.rebooted(saving), whole()).acts(SnapshotCluster.class);
    }

    @Test
    void without_a_final_snapshot_its_instances_go_and_then_itself() {
        Restore rebooted = Old.rebooted(clearing);
        assertThat(assertDecision(step, rebooted, whole())
                        .acts(DeleteInstance.class)
                        .instance())
                .isEqualTo("two");
        assertDecision(step, rebooted, Old.seen(List.of(steppedAside), Old.WRITER, Old.instance("two", "deleting")))
                .acts(DeleteInstance.class);
        assertThat(assertDecision(step, A.acted(rebooted, "delete one"), Old.seen(List.of(steppedAside)))
                        .acts(DeleteCluster.class))
                .isEqualTo(new DeleteCluster(aside, "cluster-OLD", true));
    }

    @Test
    void while_its_instances_are_going_the_cluster_may_be_in_any_state() {
        Cluster busy = Old.cluster(aside, "modifying", false);
        assertDecision(
                        step,
                        clearing,
                        Old.seen(List.of(busy), Old.instance("one", "deleting"), Old.instance("two", "deleting")))
                .acts(DeleteCluster.class);
        assertDecision(step, clearing, Seen.clusters(Old.cluster(aside, "deleting", false)))
                .waitsFor("deleting");
    }

    @Test
    void it_is_gone_once_it_was_deleted() {
        assertDecision(step, A.acted(clearing, "delete " + aside), Seen.nothing())
                .isDone();
    }

    @Test
    void with_neither_name_there_the_rename_is_on_its_way_or_somebody_else_deleted_it() {
        assertDecision(step, clearing, Seen.nothing()).waitsFor("set aside");
        assertDecision(step, Old.missed(clearing, Missing.SET_ASIDE_CLUSTER), Seen.nothing())
                .isDone();
    }

    @Test
    void nothing_moves_or_goes_once_the_snapshot_to_restore_is_gone() {
        assertDecision(step, clearing, Seen.clusters(old)).failsWith(FailureCode.GONE);
        assertDecision(step, Old.rebooted(clearing), Old.seen(List.of(steppedAside), Old.WRITER, Old.READER))
                .failsWith(FailureCode.GONE);
        assertDecision(step, clearing, Old.withSource(Seen.clusters(old), A.snapshot(A.LOCAL_ARN, "deleting")))
                .failsWith(FailureCode.GONE);
    }

    @Test
    void nothing_goes_that_would_take_the_snapshot_to_restore_along() {
        Snapshot automated = A.automated(A.HOME.snapshotArn("rds:orders-drill-2026-11-20"), Old.TARGET, "cluster-OLD");
        Restore endangered = clearing.with(clearing.findings().withSource(automated));

        assertDecision(step, endangered, Old.withSource(Seen.clusters(old), automated))
                .failsWith(FailureCode.GONE);
    }

    @Test
    void a_reader_that_was_added_meanwhile_goes_before_any_that_is_known() {
        Observed seen =
                Old.seen(List.of(steppedAside), Old.WRITER, Old.READER, A.instance("three", "available", Map.of()));

        assertThat(assertDecision(step, Old.rebooted(clearing), Old.withSource(seen, SOURCE))
                        .acts(DeleteInstance.class)
                        .instance())
                .isEqualTo("three");
    }

    @Test
    void once_it_was_deleted_its_retained_backups_are_named() {
        assertThat(assertDecision(step, A.acted(clearing, "delete " + aside), Seen.nothing())
                        .isDone()
                        .outcome()
                        .warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning)
                        .contains("delete-db-cluster-automated-backup --db-cluster-resource-id cluster-OLD"));
    }

    @Test
    void another_cluster_of_the_targets_name_is_not_touched() {
        Cluster other = A.cluster(Old.TARGET, "cluster-OTHER", "available", A.STRANGERS);
        assertDecision(step, clearing, Seen.clusters(other)).failsWith(FailureCode.TARGET_CHANGED);
    }

    @Test
    void a_strangers_cluster_of_the_set_aside_name_is_not_touched() {
        Cluster other = A.cluster(aside, "cluster-OTHER", "available", A.STRANGERS);
        assertDecision(step, clearing, Seen.clusters(old, other)).failsWith(FailureCode.NAME_TAKEN);
    }

    private Observed whole() {
        return Old.withSource(Old.seen(List.of(steppedAside), Old.WRITER, Old.READER), SOURCE);
    }

    private static Restore clearing(boolean finalSnapshot) {
        return Old.replaced(StepName.CLEAR_TARGET, Replace.DELETE_FIRST, Retirement.KEEP, finalSnapshot);
    }
}
