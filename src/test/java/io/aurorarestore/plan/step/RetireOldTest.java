package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.command.DeleteCluster;
import io.aurorarestore.command.DeleteInstance;
import io.aurorarestore.command.RebootInstance;
import io.aurorarestore.command.SetProtection;
import io.aurorarestore.command.SnapshotCluster;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.ObservedBuilder;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Retirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetireOldTest {

    private final RetireOld step = new RetireOld(TestData.HOME);
    private final Restore keeping = retiring(Retirement.KEEP, false);
    private final Restore deleting = retiring(Retirement.DELETE, false);
    private final Restore saving = PredecessorFixture.rebooted(retiring(Retirement.DELETE, true));
    private final Cluster aside = aside("available", false);

    @Test
    void a_new_target_and_one_that_was_deleted_first_have_nothing_to_retire() {
        assertDecision(step, TestData.staged(StepName.RETIRE_OLD), ObservedBuilder.nothing())
                .isSkipped();
        Restore first =
                PredecessorFixture.replaced(StepName.RETIRE_OLD, ReplaceMode.DELETE_FIRST, Retirement.KEEP, false);
        assertDecision(step, first, ObservedBuilder.nothing()).isSkipped();
    }

    @Test
    void each_instance_is_rebooted_once_to_end_its_sessions_whatever_the_policy() {
        for (Restore restore : List.of(keeping, deleting)) {
            assertThat(reboot(restore)).isEqualTo("one");
            assertThat(reboot(TestData.acted(restore, "reboot one"))).isEqualTo("two");
        }
    }

    @Test
    void an_instance_that_is_busy_is_waited_for() {
        assertDecision(
                        step,
                        keeping,
                        PredecessorFixture.seen(List.of(), PredecessorFixture.instance("one", "modifying")))
                .waitsFor("instance one is modifying");
    }

    @Test
    void an_instance_that_failed_is_not_waited_for() {
        Instance one = PredecessorFixture.instance("one", "failed");
        Instance two = PredecessorFixture.instance("two", "failed");

        assertDecision(step, keeping, PredecessorFixture.seen(List.of(), one, two))
                .isDone();
        assertThat(assertDecision(step, deleting, PredecessorFixture.seen(List.of(aside), one, two))
                        .acts(DeleteInstance.class)
                        .instance())
                .isEqualTo("two");
    }

    @Test
    void a_reader_that_was_added_meanwhile_is_rebooted_after_those_that_are_known() {
        assertThat(assertDecision(
                                step,
                                keeping,
                                PredecessorFixture.seen(
                                        List.of(),
                                        PredecessorFixture.instance("three", "available"),
                                        PredecessorFixture.WRITER))
                        .acts(RebootInstance.class)
                        .instance())
                .isEqualTo("one");
        assertThat(assertDecision(
                                step,
                                PredecessorFixture.rebooted(keeping),
                                PredecessorFixture.seen(
                                        List.of(),
                                        PredecessorFixture.instance("three", "available"),
                                        PredecessorFixture.WRITER))
                        .acts(RebootInstance.class)
                        .instance())
                .isEqualTo("three");
        assertDecision(
                        step,
                        PredecessorFixture.rebooted(keeping),
                        PredecessorFixture.seen(List.of(), PredecessorFixture.instance("three", "creating")))
                .isDone();
    }

    @Test
    void a_reader_that_goes_meanwhile_does_not_keep_the_writers_sessions_open() {
        assertThat(assertDecision(
                                step,
                                deleting,
                                PredecessorFixture.seen(
                                        List.of(aside),
                                        PredecessorFixture.WRITER,
                                        PredecessorFixture.instance("three", "deleting")))
                        .acts(RebootInstance.class)
                        .instance())
                .isEqualTo("one");
    }

    @Test
    void a_cluster_that_is_kept_or_deleted_later_is_not_looked_at_again() {
        Restore later = retiring(new Retirement(Optional.of(Duration.ofDays(7))), false);
        for (Restore restore : List.of(keeping, later)) {
            assertThat(step.describe(restore))
                    .containsExactly(new Describe.AtInstancesOf(restore.names().setAside()));
            assertDecision(
                            step,
                            PredecessorFixture.rebooted(restore),
                            PredecessorFixture.seen(List.of(), PredecessorFixture.WRITER, PredecessorFixture.READER))
                    .isDone();
        }
    }

    @Test
    void one_that_is_deleted_loses_its_reader_its_writer_and_then_goes() {
        Restore rebooted = PredecessorFixture.rebooted(deleting);

        assertThat(assertDecision(
                                step,
                                rebooted,
                                PredecessorFixture.seen(
                                        List.of(aside), PredecessorFixture.WRITER, PredecessorFixture.READER))
                        .acts(DeleteInstance.class)
                        .instance())
                .isEqualTo("two");
        assertThat(assertDecision(
                                step,
                                rebooted,
                                PredecessorFixture.seen(List.of(aside), PredecessorFixture.WRITER, going("two")))
                        .acts(DeleteInstance.class)
                        .instance())
                .isEqualTo("one");
        assertThat(assertDecision(step, rebooted, PredecessorFixture.seen(List.of(aside), going("one"), going("two")))
                        .acts(DeleteCluster.class))
                .isEqualTo(new DeleteCluster(aside.name(), "cluster-OLD", false));
        assertDecision(step, rebooted, PredecessorFixture.seen(List.of(aside("deleting", false))))
                .waitsFor("deleting");
        assertDecision(step, rebooted, ObservedBuilder.nothing()).isDone();
    }

    @Test
    void an_instance_on_its_way_out_keeps_none_from_being_deleted_for_want_of_a_reboot() {
        assertDecision(step, deleting, PredecessorFixture.seen(List.of(aside), PredecessorFixture.WRITER, going("two")))
                .acts(DeleteInstance.class);
    }

    @Test
    void the_protection_it_had_is_lifted_first() {
        assertThat(assertDecision(step, guarded(), protectedNow()).acts(SetProtection.class))
                .isEqualTo(new SetProtection(aside.name(), false));
    }

    @Test
    void a_protection_that_was_lifted_is_given_time_to_be_seen() {
        assertDecision(step, lifted(TestData.NOW.minusSeconds(119)), protectedNow())
                .waitsFor("to be seen lifted");
    }

    @Test
    void a_protection_that_came_again_is_not_lifted_again_however_often_the_step_is_tried() {
        Restore lifted = lifted(TestData.NOW.minusSeconds(121));
        assertDecision(step, lifted, protectedNow()).failsWith(FailureCode.RETIREMENT_FAILED);

        Restore resumed =
                PredecessorFixture.rebooted(lifted.with(lifted.progress().retried(Status.RUNNING, TestData.NOW)));
        assertDecision(step, resumed, protectedNow()).failsWith(FailureCode.RETIREMENT_FAILED);
    }

    private Restore guarded() {
        return PredecessorFixture.rebooted(deleting.with(deleting.outputs()
                .withPredecessor(Predecessor.of(
                        PredecessorFixture.cluster(PredecessorFixture.TARGET, "available", true),
                        List.of(PredecessorFixture.WRITER, PredecessorFixture.READER)))));
    }

    private Restore lifted(Instant when) {
        Restore guarded = guarded();
        return guarded.with(guarded.progress().acted(SetProtection.OFF, when));
    }

    @Test
    void a_protection_that_a_person_turned_on_since_is_not_lifted() {
        assertDecision(step, PredecessorFixture.rebooted(deleting), protectedNow())
                .failsWith(FailureCode.RETIREMENT_FAILED);
    }

    private Observed protectedNow() {
        return PredecessorFixture.seen(
                List.of(aside("available", true)), PredecessorFixture.WRITER, PredecessorFixture.READER);
    }

    @Test
    void a_final_snapshot_is_taken_while_it_is_whole_and_waited_for() {
        SnapshotCluster taken = assertDecision(
                        step,
                        saving,
                        PredecessorFixture.seen(List.of(aside), PredecessorFixture.WRITER, PredecessorFixture.READER))
                .acts(SnapshotCluster.class);
        assertThat(taken.snapshot()).isEqualTo(saving.names().finalSnapshot());
        assertThat(taken.tags()).isEqualTo(TestData.OURS);

        assertDecision(step, saving, saved("creating")).waitsFor("final snapshot");
        assertDecision(step, saving, saved("available")).acts(DeleteInstance.class);
        assertDecision(
                        step,
                        saving,
                        PredecessorFixture.seen(
                                List.of(aside("backing-up", false)),
                                PredecessorFixture.WRITER,
                                PredecessorFixture.READER))
                .waitsFor("backing-up");
    }

    @Test
    void without_its_final_snapshot_it_is_not_deleted() {
        assertDecision(step, saving, saved("failed")).failsWith(FailureCode.RETIREMENT_FAILED);
    }

    @Test
    void another_cluster_of_that_name_is_left_alone() {
        Cluster other = TestData.cluster(deleting.names().setAside(), "cluster-OTHER", "available", TestData.STRANGERS);
        assertDecision(
                        step,
                        PredecessorFixture.rebooted(deleting),
                        PredecessorFixture.seen(List.of(other), PredecessorFixture.instance("theirs", "available")))
                .isDone();
    }

    @Test
    void a_reader_that_was_added_meanwhile_goes_first_since_the_role_may_not_be_allowed_to_end_it() {
        DeleteInstance first = assertDecision(
                        step,
                        PredecessorFixture.rebooted(deleting),
                        PredecessorFixture.seen(
                                List.of(aside),
                                PredecessorFixture.WRITER,
                                PredecessorFixture.READER,
                                TestData.instance("three", "available", Map.of())))
                .acts(DeleteInstance.class);

        assertThat(first.instance()).isEqualTo("three");
        assertThat(first.byHand().orElseThrow())
                .contains("delete-db-instance --db-instance-identifier three")
                .contains("delete-db-cluster --db-cluster-identifier " + aside.name());
    }

    @Test
    void a_cluster_whose_tag_was_taken_away_is_kept() {
        Cluster unmarked = TestData.cluster(aside.name(), "cluster-OLD", "available", Map.of());

        assertThat(assertDecision(
                                step,
                                PredecessorFixture.rebooted(deleting),
                                PredecessorFixture.seen(
                                        List.of(unmarked), PredecessorFixture.WRITER, PredecessorFixture.READER))
                        .failed(FailureCode.TARGET_PROTECTED))
                .contains(aside.name(), "It is kept", "delete-db-cluster");
        Cluster marked = aside;
        assertDecision(
                        step,
                        PredecessorFixture.rebooted(deleting),
                        PredecessorFixture.seen(
                                List.of(marked),
                                PredecessorFixture.WRITER,
                                TestData.instance("two", "available", Map.of())))
                .failsWith(FailureCode.TARGET_PROTECTED);
    }

    @Test
    void a_cluster_that_serves_a_proxy_by_now_is_kept() {
        assertDecision(
                        step,
                        PredecessorFixture.rebooted(deleting),
                        PredecessorFixture.attached(PredecessorFixture.seen(
                                List.of(aside), PredecessorFixture.WRITER, PredecessorFixture.READER)))
                .failsWith(FailureCode.TARGET_UNSUITABLE);
    }

    private String reboot(Restore restore) {
        return assertDecision(
                        step,
                        restore,
                        PredecessorFixture.seen(List.of(aside), PredecessorFixture.WRITER, PredecessorFixture.READER))
                .acts(RebootInstance.class)
                .instance();
    }

    private io.aurorarestore.engine.Observed saved(String status) {
        return PredecessorFixture.seen(
                List.of(aside),
                List.of(PredecessorFixture.WRITER, PredecessorFixture.READER),
                List.of(PredecessorFixture.finalSnapshot(saving, status)));
    }

    private static io.aurorarestore.model.aws.Instance going(String name) {
        return PredecessorFixture.instance(name, "deleting");
    }

    private Cluster aside(String status, boolean guarded) {
        return PredecessorFixture.cluster(keeping.names().setAside(), status, guarded);
    }

    private static Restore retiring(Retirement retirement, boolean finalSnapshot) {
        return PredecessorFixture.replaced(StepName.RETIRE_OLD, ReplaceMode.SWAP, retirement, finalSnapshot);
    }
}
