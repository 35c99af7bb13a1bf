package io.aurorarestore.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation, tested: whoever breaks the engine must be told. */
class BrokenEnginesTest {

    private static final long SEED = 20261121;
    private static final int WORLDS = 4000;

    @ParameterizedTest
    @EnumSource(BrokenEngine.class)
    void a_broken_engine_does_not_survive(BrokenEngine broken) {
        assertThat(Simulation.run(SEED, WORLDS, broken)).isPresent();
    }
}
