package io.aurorarestore.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.settings.Script;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimulatedDataTest {

    private static final String HERE = TestData.HOME.region();
    private static final Script SCRIPT = new Script("mask", "mask");

    @Test
    void a_name_answers_for_a_while_as_before_where_the_world_has_that() {
        SimulatedData data = renamed(EnumSet.of(DisturbanceKind.STALE_NAMES));

        assertThat(data.answering(HERE, "a")).contains("volume-1");
    }

    @Test
    void else_it_answers_as_it_does_now() {
        SimulatedData data = renamed(Set.of());

        assertThat(data.answering(HERE, "a")).contains("volume-2");
    }

    @Test
    void what_is_written_into_data_goes_with_its_snapshots() {
        SimulatedData data = new SimulatedWorld(7, EngineFlaw.NONE, Set.of()).data;
        data.mark("volume-1", DataMarks.NONE.broughtBy(TestData.ID).plus(TestData.ID, SCRIPT));

        data.snapshot("volume-1", "snapshot");
        data.copy("snapshot", "volume-2");

        assertThat(data.marks("volume-2").provenance()).contains(TestData.ID);
        assertThat(data.marks("volume-2").of(TestData.ID)).containsExactly(SCRIPT);
    }

    @Test
    void a_script_is_noted_once_in_a_restore() {
        DataMarks twice = DataMarks.NONE.plus(TestData.ID, SCRIPT).plus(TestData.ID, SCRIPT);

        assertThat(twice.of(TestData.ID)).containsExactly(SCRIPT);
    }

    /** Until chance has it so. */
    private static SimulatedData renamed(Set<DisturbanceKind> kinds) {
        return Simulation.seeds(7, 1000)
                .mapToObj(seed -> renamed(new SimulatedWorld(seed, EngineFlaw.NONE, kinds)))
                .filter(data -> kinds.isEmpty() || isStale(data))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isStale(SimulatedData data) {
        return data.answering(HERE, "a").filter("volume-1"::equals).isPresent();
    }

    private static SimulatedData renamed(SimulatedWorld world) {
        world.data.start("volume-1", List.of());
        world.data.start("volume-2", List.of());
        world.data.point(HERE, "a", "volume-1");
        world.data.unpoint(HERE, "a");
        world.data.point(HERE, "a", "volume-2");
        world.time.advance(Duration.ofSeconds(1));
        return world.data;
    }
}
