package io.aurorarestore.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing lost, nothing done twice: {@code ./mvnw -Psimulate -Dworlds=100000 -Dseed=1} looks at more of it. */
class SimulationTest {

    private static final String WORLDS = said("worlds", "2000");
    private static final String SEED = said("seed", "20261121");

    @Test
    void no_world_breaks_a_rule() {
        System.out.println("simulating " + WORLDS + " worlds from seed " + SEED);

        Simulation.run(Long.parseUnsignedLong(SEED), Integer.parseInt(WORLDS), EngineFlaw.NONE)
                .ifPresent(broken -> fail(broken));
    }

    @Test
    void a_seed_is_a_world_that_can_be_had_again() {
        assertThat(history(7)).isEqualTo(history(7)).isNotEqualTo(history(8));
        assertThat(Simulation.seeds(7, 1000).distinct().count()).isEqualTo(1000);
        assertThat(Simulation.seeds(7, 1).sum()).isEqualTo(7);
    }

    /** An end that only the sweep told, for its report was sent again instead of a wake-up. */
    @ParameterizedTest
    @ValueSource(strings = {"6946451681082689353", "1712508829347244925", "4608529973443018481", "9414638771596072639"})
    void a_world_that_was_broken_once_is_not_any_more(String seed) {
        assertThat(Simulation.world(
                        Long.parseUnsignedLong(seed), EngineFlaw.NONE, EnumSet.of(DisturbanceKind.TOLD_PROMPTLY)))
                .isEmpty();
    }

    /** A wake-up that came before the commit that begins its chain. */
    @Test
    void a_wake_up_that_overtakes_its_commit_is_not_lost() {
        assertThat(Simulation.world(Long.parseUnsignedLong("11955822462053182037"), EngineFlaw.NONE))
                .isEmpty();
    }

    /** An event of something else, which comes when the next look is overdue in seconds. */
    @Test
    void an_event_just_before_a_restore_is_overdue_is_worked_on() {
        assertThat(Simulation.world(Long.parseUnsignedLong("7171743545107445482"), EngineFlaw.NONE))
                .isEmpty();
    }

    /** Its report came late, just when the sweep had found it. */
    @Test
    void a_restore_that_goes_on_while_the_sweep_reads_is_taken_for_woken() {
        assertThat(Simulation.world(Long.parseUnsignedLong("9850447677494157125"), EngineFlaw.NONE))
                .isEmpty();
    }

    @Test
    void what_may_be_in_a_world_is_in_some() {
        Set<DisturbanceKind> drawn = EnumSet.noneOf(DisturbanceKind.class);
        Simulation.seeds(7, 200)
                .forEach(seed -> drawn.addAll(
                        new SimulatedWorld(seed, EngineFlaw.NONE).shape.kinds().keySet()));

        assertThat(drawn).containsExactlyInAnyOrderElementsOf(DisturbanceKind.on());
    }

    @Test
    void a_kind_more_leaves_the_rest_of_a_world_as_it_was() {
        WorldShape some = new SimulatedWorld(7, EngineFlaw.NONE, EnumSet.of(DisturbanceKind.STOPPED)).shape;
        WorldShape all = new SimulatedWorld(7, EngineFlaw.NONE, EnumSet.allOf(DisturbanceKind.class)).shape;

        assertThat(some).usingRecursiveComparison().ignoringFields("kinds").isEqualTo(all);
        assertThat(all.kinds()).containsAllEntriesOf(some.kinds());
    }

    @Test
    void a_broken_rule_is_told_with_the_line_that_shows_it_again() {
        Optional<String> told = Simulation.world(-1, BrokenEngine.NOTIFICATION_FORGOTTEN);

        assertThat(told.orElseThrow())
                .contains("taken for announced, but never was")
                .endsWith("./mvnw -Psimulate -Dworlds=1 -Dseed=18446744073709551615\n");
    }

    private static long history(long seed) {
        SimulatedWorld world = new SimulatedWorld(seed, EngineFlaw.NONE);
        world.run();
        return world.trace.fingerprint();
    }

    private static String said(String property, String otherwise) {
        return Optional.ofNullable(System.getProperty(property))
                .filter(value -> !value.isBlank())
                .orElse(otherwise);
    }
}
