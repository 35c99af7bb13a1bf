package io.aurorarestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Lease;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.port.CallFailed;
import io.aurorarestore.port.Opening;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetbacksTest {

    private final InMemoryRestores store = new InMemoryRestores(A.HOME);
    private final Setbacks setbacks = new Setbacks(store);

    @Test
    void the_fifth_in_a_row_is_too_often() {
        open();

        for (int often = 1; often < 5; often++) {
            assertThat(count(Hint.wakeUp(0))).isEmpty();
        }
        assertThat(count(Hint.wakeUp(0))).isPresent();
    }

    @Test
    void events_and_reports_do_not_count_for_they_come_in_bursts() {
        open();
        count(Hint.event("RDS-EVENT-0170"));

        assertThat(now().progress().unexpected()).isZero();
    }

    @Test
    void counting_leaves_lease_and_wake_up_as_they_are() {
        Restore opened = open();
        commit(opened, opened.with(opened.turn().leasedTo(new Lease("somebody", A.NOW.plusSeconds(60)))));
        Restore leased = now();
        count(Hint.wakeUp(0));

        assertThat(now().turn()).isEqualTo(leased.turn());
        assertThat(now().entries()).isEqualTo(leased.entries());
        assertThat(now().progress().unexpected()).isEqualTo(1);
    }

    @Test
    void what_has_ended_is_left_alone() {
        Restore opened = open();
        commit(opened, opened.ended(Status.SUCCEEDED, A.NOW));
        Restore ended = now();

        assertThat(count(Hint.wakeUp(0))).isEmpty();
        assertThat(now()).isEqualTo(ended);
    }

    @Test
    void what_passes_by_itself_does_not_matter() {
        assertThat(setbacks.matters(failed(CallFailed.Kind.RETRY))).isFalse();
        assertThat(setbacks.matters(failed(CallFailed.Kind.UNANSWERED))).isFalse();
        assertThat(setbacks.matters(failed(CallFailed.Kind.FATAL))).isTrue();
        assertThat(setbacks.matters(new StackOverflowError())).isTrue();
    }

    @Test
    void the_code_is_the_errors_own_where_it_has_one() {
        assertThat(Setbacks.inWords(A.restore(StepName.PREFLIGHT), failed(CallFailed.Kind.FATAL)))
                .satisfies(failure -> {
                    assertThat(failure.code()).isEqualTo(FailureCode.ACCESS_DENIED);
                    assertThat(failure.message()).contains("not allowed");
                });
    }

    private static CallFailed failed(CallFailed.Kind kind) {
        return new CallFailed(kind, FailureCode.ACCESS_DENIED, "it is not allowed");
    }

    private Optional<Restore> count(Hint hint) {
        return setbacks.count(A.ID, hint).await().indefinitely();
    }

    private Restore open() {
        Restore fresh = A.restore(StepName.PREFLIGHT);
        AuditEntry entry = new AuditEntry(A.ID, 1, A.NOW, fresh.step(), "opened", "", "", "");
        Opening opening = store.open(fresh.next(true), entry).await().indefinitely();
        return ((Opening.Opened) opening).restore();
    }

    private void commit(Restore before, Restore after) {
        store.commit(new Transition(before, after.next(false), Optional.empty()))
                .await()
                .indefinitely();
    }

    private Restore now() {
        return store.load(A.ID).await().indefinitely().orElseThrow();
    }
}
