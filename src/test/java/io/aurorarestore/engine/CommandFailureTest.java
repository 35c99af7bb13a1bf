package io.aurorarestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.command.Command;
import io.aurorarestore.command.CopySnapshot;
import io.aurorarestore.command.DeleteInstance;
import io.aurorarestore.command.RenameCluster;
import io.aurorarestore.command.RestoreCluster;
import io.aurorarestore.command.Tag;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Lease;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.plan.RestorePlan;
import io.aurorarestore.port.Aurora;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.CallFailedException.Kind;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommandFailureTest {

    private static final Command RESTORE = new RestoreCluster(
            "new", TestData.snapshot(TestData.LOCAL_ARN, "available"), ClusterSettings.NONE, Map.of());
    private static final Command COPY = new CopySnapshot(
            TestData.SOURCE_ARN, "us-west-2", "copy", "it is in us-west-2", Optional.empty(), Map.of());

    private static final StateMachine NOW = new StateMachine(
            TestData.staged(StepName.RESTORE_CLUSTER),
            false,
            RestorePlan.at(TestData.HOME),
            TestData.HOME,
            Trigger.operator(),
            TestData.NOW,
            new Lease("a test", TestData.NOW));

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void a_source_that_is_gone_does_not_come_back() {
        for (Command command : new Command[] {RESTORE, COPY}) {
            assertFails(
                    decide(
                            command,
                            Kind.GONE,
                            FailureCode.GONE,
                            Uni.createFrom().item(true)),
                    FailureCode.GONE);
        }
    }

    @Test
    void another_thing_that_is_gone_is_looked_for_again() {
        Decision decision = decide(
                new RenameCluster("a", "b"),
                Kind.GONE,
                FailureCode.GONE,
                Uni.createFrom().item(true));

        assertThat(decision).isInstanceOf(Decision.Await.class);
    }

    @Test
    void a_full_quota_is_waited_for_while_others_are_at_work() {
        assertThat(quota(Uni.createFrom().item(true))).isInstanceOf(Decision.Await.class);
        assertFails(quota(Uni.createFrom().item(false)), FailureCode.QUOTA_EXCEEDED);
        assertThat(asked).hasValue(2);
    }

    @Test
    void where_nobody_can_say_whether_others_are_the_quota_is_tried_again_unless_that_is_forbidden() {
        CallFailedException throttled = new CallFailedException(Kind.RETRY, FailureCode.AWS_REFUSED, "Rate exceeded");
        CallFailedException forbidden = new CallFailedException(Kind.FATAL, FailureCode.ACCESS_DENIED, "No");

        assertThat(quota(Uni.createFrom().failure(throttled))).isInstanceOf(Decision.Await.class);
        assertFails(quota(Uni.createFrom().failure(forbidden)), FailureCode.QUOTA_EXCEEDED);
    }

    @Test
    void others_are_only_asked_for_where_a_quota_is_full() {
        decide(RESTORE, Kind.FATAL, FailureCode.AWS_REFUSED, Uni.createFrom().item(true));
        decide(RESTORE, Kind.RETRY, FailureCode.AWS_REFUSED, Uni.createFrom().item(true));

        assertThat(asked).hasValue(0);
    }

    @Test
    void what_the_role_may_not_delete_a_person_can() {
        Decision.Fail failed = (Decision.Fail) decide(
                new DeleteInstance("reader", "db-1"),
                Kind.FATAL,
                FailureCode.ACCESS_DENIED,
                Uni.createFrom().item(true));

        assertThat(failed.failure().message()).contains("aws rds delete-db-instance --db-instance-identifier reader");
    }

    @ParameterizedTest
    @EnumSource(
            value = StepName.class,
            names = {"PROMOTE_NEW", "RENEW_CERTIFICATE", "PROTECT_TARGET", "RETIRE_OLD"})
    void what_hangs_on_a_new_name_may_not_be_allowed_yet(StepName step) {
        Restore restore = TestData.staged(step);
        boolean nobodyServes = step == StepName.PROMOTE_NEW || step == StepName.RENEW_CERTIFICATE;
        int minutes = nobodyServes ? 2 : 10;

        assertThat(denied(restore, 0)).isInstanceOf(Decision.Await.class);
        Restore waiting = waiting(restore);
        assertThat(denied(waiting, minutes - 1)).isInstanceOf(Decision.Await.class);
        assertFails(denied(waiting, minutes), FailureCode.ACCESS_DENIED);
    }

    @ParameterizedTest
    @EnumSource(
            value = StepName.class,
            names = {"CLEAR_TARGET", "SET_ASIDE_OLD"})
    void before_anything_is_renamed_a_refusal_is_one(StepName step) {
        Restore restore = TestData.staged(step);

        assertFails(denied(restore, 0), FailureCode.ACCESS_DENIED);
        assertThat(denied(TestData.acted(restore, RenameCluster.KEY), 0)).isInstanceOf(Decision.Await.class);
        assertThat(denied(TestData.acted(restore, Tag.KEY), 0)).isInstanceOf(Decision.Await.class);
        assertThat(denied(restore.with(restore.progress().retried(Status.ROLLING_BACK, TestData.NOW)), 0))
                .isInstanceOf(Decision.Await.class);
    }

    private static Restore waiting(Restore restore) {
        return restore.with(restore.progress().waiting("it", Optional.of(Missing.PERMISSION), TestData.NOW));
    }

    private Decision denied(Restore restore, int minutesLater) {
        StateMachine later = new StateMachine(
                restore,
                false,
                NOW.plan(),
                TestData.HOME,
                NOW.trigger(),
                TestData.NOW.plus(Duration.ofMinutes(minutesLater)),
                NOW.lease());
        return new CommandFailure(
                        new RenameCluster("a", "b"),
                        new CallFailedException(Kind.FATAL, FailureCode.ACCESS_DENIED, "No."))
                .decide(ports(Uni.createFrom().item(true)), later)
                .await()
                .indefinitely();
    }

    private Decision quota(Uni<Boolean> others) {
        return decide(RESTORE, Kind.FATAL, FailureCode.QUOTA_EXCEEDED, others);
    }

    private Decision decide(Command command, Kind kind, FailureCode code, Uni<Boolean> others) {
        return new CommandFailure(command, new CallFailedException(kind, code, "RDS says no."))
                .decide(ports(others), NOW)
                .await()
                .indefinitely();
    }

    /** Of which only one question is asked. */
    private Ports ports(Uni<Boolean> others) {
        Aurora aurora = (Aurora) Proxy.newProxyInstance(
                Aurora.class.getClassLoader(), new Class<?>[] {Aurora.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("setAsideBy")) {
                        return Uni.createFrom().item(Set.of());
                    }
                    assertThat(method.getName()).isEqualTo("othersAtWork");
                    asked.incrementAndGet();
                    return others;
                });
        return new Ports(TestData.HOME, aurora, null, null, null, null, null, null, null, null, null, null);
    }

    private static void assertFails(Decision decision, FailureCode code) {
        assertThat(decision).isInstanceOf(Decision.Fail.class);
        assertThat(((Decision.Fail) decision).failure().code()).isEqualTo(code);
    }
}
