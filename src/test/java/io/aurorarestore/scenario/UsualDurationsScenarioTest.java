package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.RdsDurations;
import io.aurorarestore.local.rds.RdsOptions;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.history.Expected;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.simulation.Scenario;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsualDurationsScenarioTest {

    private static final String TARGET = "orders-staging";
    private static final Duration RESTORE = Duration.ofMinutes(90);

    @Test
    void the_fourth_restore_of_a_target_knows_what_the_first_three_took() {
        Scenario scenario = Scenario.given();
        scenario.home.existing(TARGET);
        for (int number = 1; number <= 3; number++) {
            assertThat(swapped(scenario).expected()).isEmpty();
        }

        Restore fourth = scenario.restore(scenario.replace(TARGET, ReplaceMode.SWAP));

        Expected copy =
                fourth.accepted().usual().expected(StepName.COPY_SNAPSHOT).orElseThrow();
        assertThat(copy.median()).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(9));
        assertThat(fourth.expected().orElseThrow().median()).isGreaterThan(copy.median());
    }

    /** The next one may take its place. */
    private static Restore swapped(Scenario scenario) {
        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));
        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        DbCluster fresh = scenario.home.cluster(TARGET).orElseThrow();
        Map<String, String> allowed = Map.of(Ownership.ALLOWED_TAG, "true");
        scenario.home.region().tags().add(fresh.arn(), allowed);
        scenario.home
                .instancesOf(TARGET)
                .forEach(one -> scenario.home.region().tags().add(one.arn(), allowed));
        return restore;
    }

    @Test
    void a_restore_that_is_known_to_take_long_is_looked_at_less() {
        Map<StepName, Duration> slow = Map.of(StepName.RESTORE_CLUSTER, RESTORE.plusMinutes(1));

        assertThat(looksAtTheCluster(slow().usually(slow))).isLessThan(looksAtTheCluster(slow()) / 2);
    }

    private static Scenario slow() {
        RdsDurations usual = RdsDurations.defaults();
        return Scenario.given(RdsOptions.defaults()
                .withDurations(new RdsDurations(
                        usual.snapshot(),
                        usual.copyWithinRegion(),
                        usual.copyAcrossRegions(),
                        RESTORE,
                        usual.createInstance(),
                        usual.resetPassword(),
                        usual.rename(),
                        usual.modifyInstance(),
                        usual.reboot(),
                        usual.deleteInstance(),
                        usual.deleteCluster(),
                        usual.stop(),
                        usual.start())));
    }

    @Test
    void where_every_event_is_lost_a_short_one_is_seen_sooner() {
        Map<StepName, Duration> usual = Map.of(
                StepName.RESTORE_CLUSTER, Duration.ofSeconds(310),
                StepName.CREATE_INSTANCES, Duration.ofSeconds(250));

        assertThat(took(Scenario.givenNoRdsEvents().usually(usual)))
                .isLessThan(took(Scenario.givenNoRdsEvents()).minusSeconds(30));
    }

    @Test
    void a_history_that_is_wrong_costs_nothing_but_a_quarter_of_an_hour_for_each_event_that_is_lost() {
        Map<StepName, Duration> weeks = Map.of(
                StepName.RESTORE_CLUSTER, Duration.ofDays(30),
                StepName.CREATE_INSTANCES, Duration.ofDays(30),
                StepName.RESET_CREDENTIALS, Duration.ofDays(30),
                StepName.CONFIGURE_DATABASE, Duration.ofDays(30),
                StepName.PROMOTE_NEW, Duration.ofDays(30));

        assertThat(took(Scenario.given().usually(weeks))).isLessThanOrEqualTo(took(Scenario.given()));
        assertThat(took(Scenario.givenNoRdsEvents().usually(weeks)))
                .isLessThan(took(Scenario.givenNoRdsEvents()).plusMinutes(48));
    }

    private static Duration took(Scenario scenario) {
        Restore restore = scenario.afterwards(scenario.request());
        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        return Duration.between(
                restore.accepted().openedAt(),
                restore.progress().times().ended().orElseThrow());
    }

    private static long looksAtTheCluster(Scenario scenario) {
        RestoreId id = scenario.request();
        assertThat(scenario.reaches(id, StepName.RESTORE_CLUSTER)).isTrue();
        long before = looks(scenario);
        assertThat(scenario.reaches(id, StepName.CREATE_INSTANCES)).isTrue();
        return looks(scenario) - before;
    }

    private static long looks(Scenario scenario) {
        return scenario.calls.all().stream()
                .filter(call -> call.method().equals("clusters"))
                .count();
    }
}
