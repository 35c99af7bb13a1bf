package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.simulation.CrashPoint;
import io.aurorarestore.simulation.Scenario;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** However broken the engine is, a scenario comes to an end, and says why. */
class BoundsTest {

    private final Scenario scenario = Scenario.given();

    @Test
    void what_is_never_reached_fails_after_a_day() {
        RestoreId id = scenario.request();

        assertThatThrownBy(() -> scenario.until(id, Status.FAILED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("never was FAILED")
                .hasMessageContaining(id.value());
    }

    @Test
    void time_that_does_not_go_on_is_noticed() {
        again();

        assertThatThrownBy(() -> scenario.passing(Duration.ofSeconds(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("it is still");
    }

    private void again() {
        scenario.time.after(Duration.ZERO, this::again);
    }

    @Test
    void an_engine_that_calls_without_end_is_stopped() {
        Uni<Integer> call = CrashPoint.never().mortal(Uni.createFrom().item(1), () -> {});

        assertThatThrownBy(() -> {
                    while (true) {
                        call.await().indefinitely();
                    }
                })
                .hasStackTraceContaining("does not end");
    }

    @Test
    void a_region_that_does_not_answer_fails_the_restore_within_minutes() {
        scenario.poison.in("snapshotsOf", BoundsTest::unreachable, Integer.MAX_VALUE);
        RestoreId id = scenario.request();

        scenario.passing(Duration.ofMinutes(6));

        assertThat(scenario.restore(id).status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(scenario.restore(id).outcome().failure())
                .hasValueSatisfying(failure -> assertThat(failure.code()).isEqualTo(FailureCode.REGION_UNREACHABLE));
    }

    @Test
    void a_region_that_stumbles_does_not() {
        scenario.poison.in("snapshotsOf", BoundsTest::unreachable, 3);

        assertThat(scenario.afterwards(scenario.request()).status()).isEqualTo(Status.SUCCEEDED);
    }

    private static CallFailedException unreachable() {
        return new CallFailedException(
                CallFailedException.Kind.UNANSWERED,
                FailureCode.REGION_UNREACHABLE,
                "RDS in region us-west-2 does not answer.");
    }
}
