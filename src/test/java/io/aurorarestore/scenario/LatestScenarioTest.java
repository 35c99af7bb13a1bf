package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.rds.DataVolume;
import io.aurorarestore.local.rds.SeedCluster;
import io.aurorarestore.local.rds.SnapshotCopy;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.simulation.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A copy is dated by when it was copied: the youngest snapshot may hold the oldest data. */
class LatestScenarioTest {

    private static final SnapshotSelector LATEST = new SnapshotSelector.Latest("orders-prod", "us-east-1");

    private final Scenario scenario = Scenario.given().with(ClusterSettings.NONE);

    private int drills;

    LatestScenarioTest() {
        DataVolume volume = DataVolume.postgresql("17.4", "postgres", "orders");
        scenario.home.region().seed().cluster(SeedCluster.of("orders-prod", volume, TestData.NOW, "orders-prod-1"));
    }

    @Test
    void a_copy_that_a_restore_made_is_not_the_latest() {
        local("orders-prod-local", "2026-11-20T03:00:00Z");
        Restore earlier = scenario.afterwards(scenario.request());
        assertThat(scenario.home.snapshots())
                .anyMatch(one -> one.id().equals(earlier.names().copy()));

        assertThat(source(LATEST)).isEqualTo("orders-prod-local");
        assertThat(source(new SnapshotSelector.ById(earlier.names().copy())))
                .isEqualTo(earlier.names().copy());
    }

    @Test
    void a_snapshot_of_a_cluster_that_a_restore_made_is() {
        scenario.home
                .region()
                .seed()
                .snapshot(
                        "orders-prod-tagged",
                        "orders-prod",
                        "manual",
                        Instant.parse("2026-11-20T03:00:00Z"),
                        Map.of("aurora-restore:restore-id", "another"));

        assertThat(source(LATEST)).isEqualTo("orders-prod-tagged");
    }

    @Test
    void somebody_elses_copy_counts_by_the_snapshot_it_was_copied_from() {
        west("orders-prod-august", "2026-08-01T03:00:00Z");
        local("orders-prod-local", "2026-11-20T03:00:00Z");
        copy("orders-prod-august");

        assertThat(source(LATEST)).isEqualTo("orders-prod-local");
        assertThat(source(new SnapshotSelector.OnDay("orders-prod", "us-east-1", LocalDate.of(2026, 11, 20))))
                .isEqualTo("orders-prod-local");
    }

    @Test
    void the_end_says_how_old_the_data_of_a_copy_is() {
        west("orders-prod-august", "2026-08-01T03:00:00Z");
        copy("orders-prod-august");

        scenario.afterwards(scenario.replace("orders-drill", ReplaceMode.REFUSE, LATEST));

        assertThat(scenario.announced.get(0).text()).contains("orders-prod-august", "2026-08-01T03:00:00Z");
    }

    @Test
    void where_that_cannot_be_seen_it_is_a_warning() {
        west("orders-prod-august", "2026-08-01T03:00:00Z");
        copy("orders-prod-august");
        scenario.rds.region("us-west-2").snapshots().delete("orders-prod-august");

        scenario.afterwards(scenario.replace("orders-drill", ReplaceMode.REFUSE, LATEST));

        assertThat(scenario.announced.get(0).warnings())
                .anyMatch(warning -> warning.contains("orders-prod-august") && warning.contains("may be older"));
    }

    private String source(SnapshotSelector selector) {
        RestoreId id = scenario.replace("orders-drill-" + drills++, ReplaceMode.REFUSE, selector);
        return scenario.afterwards(id).outputs().snapshot().orElseThrow().id();
    }

    private void local(String id, String created) {
        scenario.home.region().seed().snapshot(id, "orders-prod", Instant.parse(created));
    }

    private void west(String id, String created) {
        scenario.rds.region("us-west-2").seed().snapshot(id, "orders-prod", Instant.parse(created));
    }

    private void copy(String id) {
        String arn = "arn:aws:rds:us-west-2:" + TestData.HOME.account() + ":cluster-snapshot:" + id;
        scenario.home.region().snapshots().copy(new SnapshotCopy(arn, id + "-copy", null, false, Map.of()));
        scenario.passing(Duration.ofMinutes(20));
    }
}
