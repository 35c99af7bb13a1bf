package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.simulation.PortCalls.Call;
import io.aurorarestore.simulation.Scenario;
import org.junit.jupiter.api.Test;

/** What no call that makes a cluster can say is set once it is there. */
class LaterSettingsScenarioTest {

    private static final ClusterSettings WANTED = ClusterSettings.builder()
            .attribute(Attribute.DATA_API, true)
            .attribute(Attribute.DATABASE_INSIGHTS, "advanced")
            .build();

    @Test
    void they_are_set_before_anybody_is_let_in() {
        Scenario scenario = Scenario.given().with(WANTED);

        Restore restore = scenario.afterwards(scenario.request());

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(scenario.home
                        .cluster(restore.target())
                        .orElseThrow()
                        .settings()
                        .further())
                .containsEntry("dataApi", "true")
                .containsEntry("databaseInsights", "advanced")
                .containsEntry("performanceInsights", "true")
                .containsEntry("performanceInsightsDays", "465");
    }

    @Test
    void nothing_is_called_where_nothing_of_that_is_wanted() {
        Scenario scenario = Scenario.given().with(ClusterSettings.NONE);

        scenario.afterwards(scenario.request());

        assertThat(scenario.calls.all())
                .extracting(Call::method)
                .doesNotContain("enableDataApi", "changeCluster", "renameInstance");
    }

    @Test
    void what_rds_refuses_is_said_and_the_restore_is_undone() {
        Scenario scenario = Scenario.given().with(WANTED);
        RestoreId id = scenario.request();
        scenario.poison.in("changeCluster", LaterSettingsScenarioTest::refused, 1);

        Restore restore = scenario.afterwards(id);

        assertThat(restore.status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(restore.outcome().failure().orElseThrow().message()).contains("no insights here");
        assertThat(scenario.home.clusters()).isEmpty();
    }

    private static CallFailedException refused() {
        return new CallFailedException(
                CallFailedException.Kind.FATAL, FailureCode.AWS_REFUSED, "RDS: no insights here");
    }
}
