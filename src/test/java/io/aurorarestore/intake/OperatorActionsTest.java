package io.aurorarestore.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.request.Sender;
import io.aurorarestore.model.request.Subject;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperatorActionsTest extends ControlBench {

    private static final Failure TROUBLE = new Failure(FailureCode.NAME_TAKEN, "It is in the way.");

    @Test
    void a_cancellation_is_wished_for_and_the_engine_turns_back() {
        Restore running = kept(TestData.staged(StepName.SET_ASIDE_OLD));

        operate(OperatorActions.Operation.CANCEL, running.id());

        assertThat(now(running).status()).isEqualTo(Status.RUNNING);
        assertThat(now(running).outcome().cancelled()).contains("ops: the wrong day");
        assertTrail("cancel requested", running);
    }

    @ParameterizedTest
    @EnumSource(
            value = StepName.class,
            names = {"ACTIVATE_CREDENTIALS", "PROTECT_TARGET", "RETIRE_OLD", "ARCHIVE_SNAPSHOT"})
    void past_the_pivot_nothing_can_be_cancelled(StepName step) {
        assertRefused(OperatorActions.Operation.CANCEL, kept(TestData.staged(step)));
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, mode = EnumSource.Mode.EXCLUDE, names = "RUNNING")
    void only_what_runs_can_be_cancelled(Status status) {
        Restore restore = TestData.staged(StepName.COPY_SNAPSHOT);
        assertRefused(
                OperatorActions.Operation.CANCEL,
                kept(restore.with(restore.progress().turned(status, StepName.COPY_SNAPSHOT, TestData.NOW))));
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"RUNNING", "ROLLING_BACK"})
    void a_failed_restore_is_resumed_in_the_direction_it_failed_in(Status direction) {
        Restore failed = kept(failed(direction));

        operate(OperatorActions.Operation.RESUME, failed.id());

        Restore again = now(failed);
        assertThat(again.status()).isEqualTo(direction);
        assertThat(again.step()).isEqualTo(failed.step());
        assertThat(again.progress().attempt()).isEqualTo(2);
        assertThat(again.progress().since()).isEqualTo(LATER.instant());
        assertThat(again.schedule().wakeAt()).contains(LATER.instant());
        assertThat(again.outcome().trouble()).isEmpty();
        assertThat(again.unannounced()).isFalse();
        assertTrail("resumed", failed);
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, mode = EnumSource.Mode.EXCLUDE, names = "FAILED")
    void only_a_failed_restore_can_be_resumed_or_abandoned(Status status) {
        Restore restore = TestData.staged(StepName.COPY_SNAPSHOT);
        Restore kept = kept(restore.with(restore.progress().turned(status, StepName.COPY_SNAPSHOT, TestData.NOW)));

        assertRefused(OperatorActions.Operation.RESUME, kept);
        assertRefused(OperatorActions.Operation.ABANDON, kept);
    }

    @Test
    void a_failed_restore_keeps_its_target_until_it_is_abandoned_and_tells_that() {
        Restore failed = kept(failed(Status.ROLLING_BACK));
        assertThat(holder()).contains(failed.id());

        operate(OperatorActions.Operation.ABANDON, failed.id());

        assertThat(holder()).isEmpty();
        assertThat(now(failed).status()).isEqualTo(Status.FAILED);
        assertThat(now(failed).unannounced()).isTrue();
        assertThat(now(failed).schedule().wakeAt()).contains(LATER.instant());
        assertTrail("abandoned", failed);
    }

    @Test
    void what_was_abandoned_stays_so() {
        Restore failed = kept(failed(Status.ROLLING_BACK));
        operate(OperatorActions.Operation.ABANDON, failed.id());

        assertRefused(OperatorActions.Operation.RESUME, failed);
        assertRefused(OperatorActions.Operation.ABANDON, failed);
    }

    @Test
    void a_retirement_is_brought_forward_by_the_id_of_the_restore_it_belongs_to() {
        Restore retirement = retiring();

        RestoreId touched = operate(OperatorActions.Operation.RETIRE, TestData.ID);

        assertThat(touched).isEqualTo(retirement.id());
        assertThat(now(retirement).rests(LATER.instant())).isFalse();
        assertThat(now(retirement).schedule().wakeAt()).contains(LATER.instant());
        assertTrail("retire requested", retirement);
    }

    @Test
    void to_cancel_a_restore_that_has_ended_keeps_the_cluster_that_it_would_delete_later() {
        Restore retirement = retiring();

        RestoreId touched = operate(OperatorActions.Operation.CANCEL, TestData.ID);

        assertThat(touched).isEqualTo(retirement.id());
        assertThat(now(retirement).status()).isEqualTo(Status.CANCELLED);
        assertTrail("cancelled", retirement);
    }

    @Test
    void a_retirement_that_was_cancelled_already_is_not_cancelled_again() {
        Restore retirement = retiring();
        operate(OperatorActions.Operation.CANCEL, TestData.ID);

        assertThatThrownBy(() -> operate(OperatorActions.Operation.CANCEL, TestData.ID))
                .isInstanceOf(RequestRejectedException.class)
                .hasMessageContaining(retirement.id().value());
    }

    @Test
    void a_retirement_is_brought_forward_by_its_own_id_as_well() {
        Restore retirement = retiring();

        assertThat(operate(OperatorActions.Operation.RETIRE, retirement.id())).isEqualTo(retirement.id());
        assertThat(now(retirement).rests(LATER.instant())).isFalse();
    }

    @Test
    void a_restore_that_retires_nothing_is_named_as_the_operator_named_it() {
        Restore restore = kept(TestData.staged(StepName.ARCHIVE_SNAPSHOT));

        assertThatThrownBy(() -> operate(OperatorActions.Operation.RETIRE, restore.id()))
                .isInstanceOf(RequestRejectedException.class)
                .hasMessageContaining(restore.id().value());
    }

    @Test
    void nothing_can_be_done_to_a_restore_that_there_is_not() {
        for (OperatorActions.Operation operation : OperatorActions.Operation.values()) {
            assertThatThrownBy(() -> operate(operation, TestData.ID))
                    .isInstanceOfSatisfying(
                            RequestRejectedException.class,
                            refused -> assertThat(refused.failure().code()).isEqualTo(FailureCode.UNKNOWN_RESTORE));
        }
        assertThatThrownBy(() -> cancelByTarget("mine")).isInstanceOf(RequestRejectedException.class);
    }

    @Test
    void the_restore_that_holds_a_target_is_found_by_it() {
        Restore running = kept(TestData.staged(StepName.COPY_SNAPSHOT));
        assertThat(cancelByTarget("mine")).isEqualTo(running.id());
    }

    @Test
    void an_operation_that_comes_late_and_again_does_nothing_to_the_next_restore_of_the_target() {
        Restore first = kept(TestData.staged(StepName.COPY_SNAPSHOT));
        cancelByTarget("mine");
        Restore ended = now(first).ended(Status.CANCELLED, TestData.NOW).announced();
        commit(now(first), ended.next(0), Optional.empty());
        Restore next = store.load(first.id()).await().indefinitely().orElseThrow();
        Restore second = kept(Restore.open(RestoreId.of("another"), next.accepted(), StepName.COPY_SNAPSHOT));

        assertThat(cancelByTarget("mine")).isEqualTo(first.id());
        assertThat(now(second).outcome().cancelled()).isEmpty();
    }

    @Test
    void a_key_that_was_used_for_another_restore_is_refused() {
        kept(TestData.staged(StepName.COPY_SNAPSHOT));
        cancelByTarget("mine");

        assertThatThrownBy(() -> control(store)
                        .operate(
                                OperatorActions.Operation.CANCEL,
                                Subject.of(TestData.ID),
                                new Sender("mine", "ops"),
                                "")
                        .await()
                        .indefinitely())
                .isInstanceOfSatisfying(
                        RequestRejectedException.class,
                        refused -> assertThat(refused.failure().code()).isEqualTo(FailureCode.KEY_REUSED));
    }

    private RestoreId cancelByTarget(String key) {
        return control(store)
                .operate(OperatorActions.Operation.CANCEL, Subject.holderOf("orders-drill"), new Sender(key, "ops"), "")
                .await()
                .indefinitely();
    }

    private Restore failed(Status direction) {
        Restore restore = TestData.staged(StepName.SET_ASIDE_OLD);
        return restore.with(restore.outcome().stuck(TROUBLE, direction)).ended(Status.FAILED, TestData.NOW);
    }

    private Restore retiring() {
        Restore swapped = kept(TestData.staged(StepName.ARCHIVE_SNAPSHOT));
        Instant due = TestData.NOW.plus(Duration.ofDays(7));
        Restore retirement = swapped.retirement(due);
        Restore ended = swapped.with(swapped.outputs().withRetirement(due)).ended(Status.SUCCEEDED, TestData.NOW);
        commit(swapped, ended.next(0), Optional.of(retirement));
        return retirement;
    }

    private void assertRefused(OperatorActions.Operation operation, Restore restore) {
        Restore before = now(restore);
        assertThatThrownBy(() -> operate(operation, restore.id()))
                .isInstanceOfSatisfying(
                        RequestRejectedException.class,
                        refused -> assertThat(refused.failure().code()).isEqualTo(FailureCode.NOT_POSSIBLE_NOW))
                .hasMessageContaining(restore.id().value());
        assertThat(now(restore)).isEqualTo(before);
    }
}
