package io.aurorarestore.model.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.settings.Objectives;
import io.aurorarestore.model.settings.Settings;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    /** The data of the source is an hour older than the request. */
    private static final Duration AGE = Duration.ofHours(1);

    private static final Duration TOOK = Duration.ofMinutes(40);

    @Test
    void what_is_just_reached_is_met() {
        Recovery recovery = Recovery.of(ended(Status.SUCCEEDED, objectives(TOOK, AGE)));

        assertThat(recovery.rtoMet()).contains(true);
        assertThat(recovery.rpoMet()).contains(true);
        assertThat(recovery.missed()).isEmpty();
    }

    @Test
    void what_is_missed_is_said_with_what_it_was() {
        Objectives strict = objectives(TOOK.minusSeconds(1), AGE.minusSeconds(1));

        assertThat(Recovery.of(ended(Status.SUCCEEDED, strict)).missed())
                .containsExactly(
                        "RTO missed: the restore took PT40M, and the profile's objective is PT39M59S.",
                        "RPO missed: the data is older than its request by PT1H, and the profile's objective is PT59M59S.");
    }

    @Test
    void nobody_misses_what_nobody_asks_for() {
        Recovery recovery = Recovery.of(ended(Status.SUCCEEDED, Objectives.NONE));

        assertThat(recovery.rtoMet()).isEmpty();
        assertThat(recovery.rpoMet()).isEmpty();
        assertThat(recovery.took()).contains(TOOK);
        assertThat(recovery.dataAge()).contains(AGE);
    }

    @Test
    void a_restore_that_did_not_succeed_took_no_time_that_counts() {
        assertThat(Recovery.of(ended(Status.ROLLED_BACK, objectives(TOOK, AGE))).rtoMet())
                .isEmpty();
    }

    @Test
    void a_retirement_is_measured_by_nothing() {
        Restore retirement = ended(Status.SUCCEEDED, objectives(AGE, Duration.ofMinutes(1)))
                .retirement(TestData.NOW)
                .ended(Status.SUCCEEDED, TestData.NOW.plus(Duration.ofDays(7)));

        assertThat(Recovery.of(retirement).missed()).isEmpty();
    }

    private static Objectives objectives(Duration rto, Duration rpo) {
        return new Objectives(Optional.of(rto), Optional.of(rpo));
    }

    private static Restore ended(Status how, Objectives objectives) {
        Settings measured = TestData.settings(objectives);
        return TestData.located(StepName.ARCHIVE_SNAPSHOT, measured, TestData.snapshot(TestData.LOCAL_ARN, "available"))
                .ended(how, TestData.NOW.plus(TOOK));
    }
}
