package io.aurorarestore.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The simulation, tested: whoever breaks the engine must be told. */
class BrokenEnginesTest {

    private static final long SEED = 20261121;
    private static final int WORLDS = 4000;

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "RESULT_OF_ANY_ATTEMPT_BELIEVED")
    void a_broken_engine_does_not_survive(BrokenEngine broken) {
        assertThat(Simulation.run(SEED, WORLDS, broken)).isPresent();
    }

    /** Few worlds have what it takes: a job that fails, is asked for again, and is told of late. They begin with one. */
    @Test
    void nor_does_one_that_believes_a_report_of_an_earlier_attempt() {
        assertThat(Simulation.run(
                        7952634186369845763L,
                        WORLDS,
                        BrokenEngine.RESULT_OF_ANY_ATTEMPT_BELIEVED,
                        EnumSet.of(DisturbanceKind.DEFECTS, DisturbanceKind.LATE_REPORTS)))
                .isPresent();
        assertThat(Simulation.world(
                        7952634186369845763L,
                        EngineFlaw.NONE,
                        EnumSet.of(DisturbanceKind.DEFECTS, DisturbanceKind.LATE_REPORTS)))
                .isEmpty();
    }
}
