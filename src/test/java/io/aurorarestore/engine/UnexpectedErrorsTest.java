package io.aurorarestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Lease;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.OpenResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnexpectedErrorsTest {

    private final InMemoryRestores store = new InMemoryRestores(TestData.HOME);
    private final UnexpectedErrors unexpectedErrors = new UnexpectedErrors(store);

    @Test
    void the_fifth_in_a_row_is_too_often() {
        open();

        for (int often = 1; often < 5; often++) {
            assertThat(count(Trigger.wakeUp(0))).isEmpty();
        }
        assertThat(count(Trigger.wakeUp(0))).isPresent();
    }

    @Test
    void events_and_reports_do_not_count_for_they_come_in_bursts() {
        open();
        count(Trigger.event("RDS-EVENT-0170"));

        assertThat(now().progress().unexpected()).isZero();
    }

    @Test
    void counting_leaves_lease_and_wake_up_as_they_are() {
        Restore opened = open();
        commit(opened, opened.with(opened.schedule().leasedTo(new Lease("somebody", TestData.NOW.plusSeconds(60)))));
        Restore leased = now();
        count(Trigger.wakeUp(0));

        assertThat(now().schedule()).isEqualTo(leased.schedule());
        assertThat(now().entries()).isEqualTo(leased.entries());
        assertThat(now().progress().unexpected()).isEqualTo(1);
    }

    @Test
    void what_has_ended_is_left_alone() {
        Restore opened = open();
        commit(opened, opened.ended(Status.SUCCEEDED, TestData.NOW));
        Restore ended = now();

        assertThat(count(Trigger.wakeUp(0))).isEmpty();
        assertThat(now()).isEqualTo(ended);
    }

    @Test
    void what_passes_by_itself_does_not_matter() {
        assertThat(unexpectedErrors.matters(failed(CallFailedException.Kind.RETRY)))
                .isFalse();
        assertThat(unexpectedErrors.matters(failed(CallFailedException.Kind.UNANSWERED)))
                .isFalse();
        assertThat(unexpectedErrors.matters(failed(CallFailedException.Kind.FATAL)))
                .isTrue();
        assertThat(unexpectedErrors.matters(new StackOverflowError())).isTrue();
    }

    @Test
    void the_code_is_the_errors_own_where_it_has_one() {
        assertThat(UnexpectedErrors.inWords(
                        TestData.restore(StepName.PREFLIGHT), failed(CallFailedException.Kind.FATAL)))
                .satisfies(failure -> {
                    assertThat(failure.code()).isEqualTo(FailureCode.ACCESS_DENIED);
                    assertThat(failure.message()).contains("not allowed");
                });
    }

    private static CallFailedException failed(CallFailedException.Kind kind) {
        return new CallFailedException(kind, FailureCode.ACCESS_DENIED, "it is not allowed");
    }

    private Optional<Restore> count(Trigger trigger) {
        return unexpectedErrors.count(TestData.ID, trigger).await().indefinitely();
    }

    private Restore open() {
        Restore fresh = TestData.restore(StepName.PREFLIGHT);
        AuditEntry entry = new AuditEntry(TestData.ID, 1, TestData.NOW, fresh.step(), "opened", "", "", "");
        OpenResult opening = store.open(fresh.next(1), entry).await().indefinitely();
        return ((OpenResult.Opened) opening).restore();
    }

    private void commit(Restore before, Restore after) {
        store.commit(new Transition(before, after.next(0), List.of())).await().indefinitely();
    }

    private Restore now() {
        return store.load(TestData.ID).await().indefinitely().orElseThrow();
    }
}
