package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.simulation.Scenario;
import org.junit.jupiter.api.Test;

/** Messages that say that the database function is done, or gave up. */
class ForgedReportScenarioTest {

    private final Scenario scenario = Scenario.given();

    @Test
    void a_report_alone_takes_no_step_to_its_end() {
        scenario.deafDatabase();
        RestoreId id = scenario.request();
        assertThat(scenario.reaches(id, StepName.PREFLIGHT)).isTrue();

        for (int message = 0; message < 20; message++) {
            scenario.forgeReport(id);
            scenario.passing(3);
        }

        assertThat(scenario.restore(id).step()).isEqualTo(StepName.PREFLIGHT);
    }

    @Test
    void a_job_that_the_database_function_gave_up_on_fails_its_step() {
        scenario.deafDatabase();
        RestoreId id = scenario.request();
        assertThat(scenario.reaches(id, StepName.PREFLIGHT)).isTrue();
        scenario.passing(3);

        scenario.giveUp(DatabaseJob.of(scenario.restore(id)));
        Restore ended = scenario.afterwards(id);

        assertThat(ended.status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(ended.outcome().failure().orElseThrow().message()).contains("gave up", "Preflight");
    }

    @Test
    void a_dead_letter_of_an_earlier_step_changes_nothing() {
        RestoreId id = scenario.request();
        assertThat(scenario.reaches(id, StepName.PREFLIGHT)).isTrue();
        DatabaseJob dead = DatabaseJob.of(scenario.restore(id));
        assertThat(scenario.reaches(id, StepName.CONFIGURE_DATABASE)).isTrue();

        scenario.giveUp(dead);

        assertThat(scenario.afterwards(id).status()).isEqualTo(Status.SUCCEEDED);
    }
}
