package io.aurorarestore.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.ScriptProgress;
import io.aurorarestore.model.restore.Status;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateChangeTest {

    private final Restore begun = TestData.restore(StepName.CONFIGURE_DATABASE);

    @Test
    void how_far_the_scripts_are_is_news_once_a_minute() {
        Restore first = working(begun, 1, TestData.NOW);
        Restore soon = working(first, 2, TestData.NOW.plusSeconds(59));
        Restore later = working(first, 3, TestData.NOW.plusSeconds(60));

        assertThat(StateChange.of(begun).id()).endsWith("-RUNNING-ConfigureDatabase-1");
        assertThat(StateChange.of(first).id()).startsWith(StateChange.of(begun).id() + "-");
        assertThat(StateChange.of(soon)).isEqualTo(StateChange.of(first));
        assertThat(StateChange.of(later).id())
                .isNotEqualTo(StateChange.of(first).id());
        assertThat(StateChange.of(later).at()).isEqualTo(TestData.NOW.plusSeconds(60));
        assertThat(StateChange.of(later).text())
                .isEqualTo(
                        "orders-drill is being restored, at step ConfigureDatabase: script mask (1 of 2), 30 row(s) in 3"
                                + " round(s).");
    }

    @Test
    void an_end_is_the_same_whatever_the_scripts_had_said() {
        Restore ended = working(begun, 1, TestData.NOW).ended(Status.FAILED, TestData.NOW);

        assertThat(StateChange.of(ended).id()).isEqualTo(begun.id() + "-FAILED-ConfigureDatabase-1");
    }

    @Test
    void a_retirement_restores_nothing() {
        Restore retirement = TestData.restore(StepName.RETIRE_OLD).retirement(TestData.NOW);
        Restore deleting =
                retirement.with(retirement.progress().waiting("instance old-1", Optional.empty(), TestData.NOW));

        assertThat(StateChange.of(retirement).text())
                .isEqualTo("The cluster that was set aside for orders-drill is to be deleted.");
        assertThat(StateChange.of(deleting).text())
                .isEqualTo("The cluster that was set aside for orders-drill is to be deleted: instance old-1.");
    }

    private static Restore working(Restore restore, int rounds, Instant at) {
        return restore.with(restore.progress().working(new ScriptProgress("mask", 1, 2, rounds, rounds * 10L, at)));
    }
}
