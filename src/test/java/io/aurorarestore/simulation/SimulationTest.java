package io.aurorarestore.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nothing lost, nothing done twice: {@code ./mvnw -Psimulate -Dworlds=100000 -Dseed=1} looks at more of it. */
class SimulationTest {

    private static final String WORLDS = said("worlds", "2000");
    private static final String SEED = said("seed", "20261121");

    @Test
    void no_world_breaks_a_rule() {
        System.out.println("simulating " + WORLDS + " worlds from seed " + SEED);

        Simulation.run(Long.parseUnsignedLong(SEED), Integer.parseInt(WORLDS), Flaw.NONE)
                .ifPresent(broken -> fail(broken));
    }

    @Test
    void a_seed_is_a_world_that_can_be_had_again() {
        assertThat(history(7)).isEqualTo(history(7)).isNotEqualTo(history(8));
        assertThat(Simulation.seeds(7, 1000).distinct().count()).isEqualTo(1000);
        assertThat(Simulation.seeds(7, 1).sum()).isEqualTo(7);
    }

    @Test
    void a_broken_rule_is_told_with_the_line_that_shows_it_again() {
        Optional<String> told = Simulation.world(-1, BrokenEngine.NOTIFICATION_FORGOTTEN);

        assertThat(told.orElseThrow())
                .contains("taken for announced, but never was")
                .endsWith("./mvnw -Psimulate -Dworlds=1 -Dseed=18446744073709551615\n");
    }

    private static long history(long seed) {
        SimulatedWorld world = new SimulatedWorld(seed, Flaw.NONE);
        world.run();
        return world.trace.fingerprint();
    }

    private static String said(String property, String otherwise) {
        return Optional.ofNullable(System.getProperty(property))
                .filter(value -> !value.isBlank())
                .orElse(otherwise);
    }
}
