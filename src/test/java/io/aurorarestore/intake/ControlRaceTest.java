package io.aurorarestore.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.request.Sender;
import io.aurorarestore.model.request.Subject;
import io.aurorarestore.model.restore.Outcome;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Restores;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ControlRaceTest extends ControlBench {

    @Test
    void a_lost_race_is_run_again() {
        Restore running = kept(TestData.staged(StepName.COPY_SNAPSHOT));
        Restores racing =
                racing(restore -> restore.with(restore.progress().waiting("the copy", Optional.empty(), TestData.NOW)));

        control(racing)
                .operate(
                        OperatorActions.Operation.CANCEL,
                        Subject.of(running.id()),
                        new Sender("mine", "ops"),
                        "the wrong day")
                .await()
                .indefinitely();

        assertThat(now(running).outcome().cancelled()).isPresent();
        assertThat(now(running).progress().waitingFor()).isEqualTo("the copy");
        assertTrail("cancel requested", running);
    }

    @Test
    void a_race_that_is_lost_to_the_pivot_is_lost() {
        Restore running = kept(TestData.staged(StepName.VERIFY_ENDPOINT));
        Restores racing =
                racing(restore -> restore.with(restore.progress().enter(StepName.ACTIVATE_CREDENTIALS, TestData.NOW)));

        assertThatThrownBy(() -> control(racing)
                        .operate(
                                OperatorActions.Operation.CANCEL,
                                Subject.of(running.id()),
                                new Sender("mine", "ops"),
                                "")
                        .await()
                        .indefinitely())
                .isInstanceOf(RequestRejectedException.class)
                .hasMessageContaining("ActivateCredentials");
    }

    @Test
    void an_operation_that_comes_twice_is_done_once() {
        Restore failed = kept(TestData.staged(StepName.COPY_SNAPSHOT)
                .with(Outcome.NONE.stuck(new Failure(FailureCode.TIMED_OUT, "It took too long."), Status.RUNNING))
                .ended(Status.FAILED, TestData.NOW));
        Sender sender = new Sender("mine", "ops");

        for (int delivery = 0; delivery < 2; delivery++) {
            control(store)
                    .operate(OperatorActions.Operation.RESUME, Subject.of(failed.id()), sender, "the wrong day")
                    .await()
                    .indefinitely();
        }

        assertThat(now(failed).progress().attempt()).isEqualTo(2);
        assertThat(store.audit(failed.id())).hasSize(2);
    }

    @Test
    void a_race_that_is_lost_each_time_is_given_up() {
        Restore running = kept(TestData.staged(StepName.COPY_SNAPSHOT));
        AtomicInteger commits = new AtomicInteger();
        Restores losing = (Restores) Proxy.newProxyInstance(
                Restores.class.getClassLoader(), new Class<?>[] {Restores.class}, (proxy, method, arguments) -> {
                    boolean lost = method.getName().equals("commit") && commits.incrementAndGet() > 0;
                    return lost ? Uni.createFrom().item(false) : method.invoke(store, arguments);
                });

        assertThatThrownBy(() -> control(losing)
                        .operate(
                                OperatorActions.Operation.CANCEL,
                                Subject.of(running.id()),
                                new Sender("mine", "ops"),
                                "")
                        .await()
                        .indefinitely())
                .matches(CallFailedException.as(CallFailedException.Kind.RETRY));
        assertThat(commits).hasValue(3);
    }

    /** Somebody else commits this just before the first commit. */
    private Restores racing(UnaryOperator<Restore> other) {
        AtomicReference<UnaryOperator<Restore>> once = new AtomicReference<>(other);
        return (Restores) Proxy.newProxyInstance(
                Restores.class.getClassLoader(), new Class<?>[] {Restores.class}, (proxy, method, arguments) -> {
                    UnaryOperator<Restore> first = method.getName().equals("commit") ? once.getAndSet(null) : null;
                    if (first != null) {
                        Restore before = ((Transition) arguments[0]).before();
                        commit(before, first.apply(before).next(0), Optional.empty());
                    }
                    return method.invoke(store, arguments);
                });
    }
}
