package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.Objectives;
import io.aurorarestore.simulation.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObjectivesScenarioTest {

    @Test
    void an_objective_that_is_missed_is_a_warning_in_the_final_message() {
        Scenario scenario = Scenario.given().measuredBy(objectives(Duration.ofMinutes(10), Duration.ofHours(1)));

        Restore restore = scenario.afterwards(scenario.request());

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(warnings(scenario))
                .anyMatch(warning -> warning.startsWith("RTO missed: the restore took PT"))
                .anyMatch(warning -> warning.startsWith("RPO missed: the data is older than its request by PT"))
                .isEqualTo(restore.outcome().warnings());
    }

    @Test
    void one_that_is_reached_is_not() {
        Scenario scenario = Scenario.given().measuredBy(objectives(Duration.ofDays(1), Duration.ofDays(365)));

        scenario.afterwards(scenario.request());

        assertThat(warnings(scenario)).noneMatch(warning -> warning.contains("missed"));
    }

    private static List<String> warnings(Scenario scenario) {
        assertThat(scenario.announced).hasSize(1);
        return scenario.announced.get(0).warnings();
    }

    private static Objectives objectives(Duration rto, Duration rpo) {
        return new Objectives(Optional.of(rto), Optional.of(rpo));
    }
}
