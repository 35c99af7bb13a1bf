package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.intake.OperatorActions;
import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.RdsError;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.Certificate;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Retirement;
import io.aurorarestore.model.settings.StepTiming;
import io.aurorarestore.simulation.CrashPoint;
import io.aurorarestore.simulation.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code "certificate": "renew"}: the promoted cluster is stopped and started before its endpoint is verified. */
class RenewalScenarioTest {

    private static final String TARGET = "orders-staging";
    private static final ClusterSettings RENEW = ClusterSettings.builder()
            .with(ClusterSetting.CERTIFICATE, Certificate.RENEW)
            .build();
    private static final String STOP = "stop cluster " + TARGET;
    private static final String START = "start cluster " + TARGET;

    static Stream<Supplier<Scenario>> deliveries() {
        return Stream.of(Scenario::given, Scenario::givenNoRdsEvents, () -> Scenario.givenDelivering(3));
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void the_promoted_cluster_is_stopped_and_started_once_however_events_come(Supplier<Scenario> given) {
        Scenario scenario = given.get().with(RENEW);
        scenario.home.existing(TARGET);

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(acts(scenario, restore)).containsExactly("stop", "start");
        assertThat(scenario.certifies(TARGET)).isTrue();
        assertThat(scenario.announced.get(0).warnings()).noneMatch(RenewalScenarioTest::isStale);
    }

    @Test
    void a_certificate_that_rds_does_not_renew_is_still_told() {
        Scenario scenario = Scenario.given().with(RENEW).keepingCertificates();
        scenario.home.existing(TARGET);

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(acts(scenario, restore)).containsExactly("stop", "start");
        assertThat(scenario.announced.get(0).warnings()).anyMatch(RenewalScenarioTest::isStale);
    }

    @Test
    void one_that_is_left_is_told_and_nothing_is_stopped() {
        Scenario scenario = Scenario.given().with(ClusterSettings.NONE);
        scenario.home.existing(TARGET);

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));

        assertThat(acts(scenario, restore)).isEmpty();
        assertThat(scenario.announced.get(0).warnings()).anyMatch(RenewalScenarioTest::isStale);
    }

    @ParameterizedTest
    @EnumSource(names = {"SWAP", "DELETE_FIRST"})
    void the_minutes_that_it_costs_are_told(ReplaceMode how) {
        Scenario scenario = Scenario.given().with(RENEW);
        scenario.home.existing(TARGET);

        scenario.afterwards(scenario.replace(TARGET, how));

        assertThat(scenario.announced.get(0).warnings()).anyMatch(one -> one.contains("some 10 to 30 minutes"));
    }

    @Test
    void a_new_target_is_renewed_too_for_it_was_made_under_another_name() {
        Scenario scenario = Scenario.given().with(RENEW);

        Restore restore = scenario.afterwards(scenario.request());

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(scenario.certifies(restore.target())).isTrue();
        assertThat(restore.outcome().warnings()).isEmpty();
    }

    @Test
    void a_crash_before_or_after_any_port_call_is_survived() {
        CrashPoint counting = CrashPoint.never();
        swap(Scenario.givenCrashAt(counting));

        for (int point = 1; point <= counting.passed(); point++) {
            Restore restore = swap(Scenario.givenCrashAt(new CrashPoint(point)));
            assertThat(restore.status()).as("crash at point %d", point).isEqualTo(Status.SUCCEEDED);
        }
    }

    private static Restore swap(Scenario scenario) {
        scenario.with(ClusterSettings.builder()
                .with(ClusterSetting.CERTIFICATE, Certificate.RENEW)
                .with(ClusterSetting.RETIREMENT, Retirement.DELETE)
                .build());
        scenario.home.existing(TARGET);
        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));
        assertThat(scenario.home.clusters()).extracting(DbCluster::id).containsExactly(TARGET);
        assertThat(scenario.certifies(TARGET)).isTrue();
        return restore;
    }

    @Test
    void a_failure_after_it_is_undone() {
        Scenario scenario = Scenario.given().with(RENEW);
        scenario.breaking(StepName.VERIFY_ENDPOINT, FailureCode.ENDPOINT_UNVERIFIED);
        DbCluster old = scenario.home.existing(TARGET);

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));

        assertThat(restore.status()).isEqualTo(Status.ROLLED_BACK);
        SwapScenarioTest.assertAsBefore(scenario, old);
    }

    @Test
    void a_start_that_takes_too_long_is_undone() {
        Scenario scenario = Scenario.given()
                .with(RENEW)
                .timing(
                        StepName.RENEW_CERTIFICATE,
                        new StepTiming(Optional.of(Duration.ofMinutes(5)), Optional.empty()));
        DbCluster old = scenario.home.existing(TARGET);

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));

        assertThat(restore.status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(restore.outcome().failure().orElseThrow().code()).isEqualTo(FailureCode.TIMED_OUT);
        SwapScenarioTest.assertAsBefore(scenario, old);
    }

    @Test
    void a_crash_anywhere_in_undoing_a_cluster_that_is_stopped_is_survived() {
        CrashPoint counting = CrashPoint.never();
        assertThat(refuseStart(Scenario.givenCrashAt(counting))).isEqualTo(Status.ROLLED_BACK);

        for (int point = 1; point <= counting.passed(); point++) {
            refuseStart(Scenario.givenCrashAt(new CrashPoint(point)));
        }
    }

    /** Unless the refusal is what the process died over: then nobody knows of it. */
    private static Status refuseStart(Scenario scenario) {
        scenario.with(RENEW);
        scenario.rds.faults().add("StartDBCluster", RdsError.invalidValue("never"), 1);
        DbCluster old = scenario.home.existing(TARGET);
        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));
        if (restore.status() == Status.SUCCEEDED) {
            assertThat(scenario.certifies(TARGET)).isTrue();
        } else {
            assertThat(restore.status()).isEqualTo(Status.ROLLED_BACK);
            SwapScenarioTest.assertAsBefore(scenario, old);
        }
        return restore.status();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 150, 200, 300, 400})
    void cancelled_while_it_stops_or_starts_it_is_undone(int seconds) {
        Scenario scenario = Scenario.given().with(RENEW);
        DbCluster old = scenario.home.existing(TARGET);
        RestoreId id = scenario.replace(TARGET, ReplaceMode.SWAP);
        assertThat(scenario.reaches(id, StepName.RENEW_CERTIFICATE)).isTrue();
        scenario.passing(Duration.ofSeconds(seconds));

        scenario.operate(OperatorActions.Operation.CANCEL, id);

        assertThat(scenario.afterwards(id).status()).isEqualTo(Status.CANCELLED);
        SwapScenarioTest.assertAsBefore(scenario, old);
    }

    @ParameterizedTest
    @ValueSource(strings = {"StopDBCluster", "StartDBCluster"})
    void what_rds_refuses_for_good_is_undone(String operation) {
        Scenario scenario = Scenario.given().with(RENEW);
        scenario.rds.faults().add(operation, RdsError.invalidValue("never"), 1);
        DbCluster old = scenario.home.existing(TARGET);

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));

        assertThat(restore.status()).isEqualTo(Status.ROLLED_BACK);
        SwapScenarioTest.assertAsBefore(scenario, old);
    }

    @Test
    void as_long_as_an_instance_changes_the_stop_is_asked_for_again() {
        Scenario scenario = Scenario.given().with(RENEW);
        scenario.home.existing(TARGET);
        RdsError busy = new RdsError("InvalidDBInstanceState", 400, "an instance is modifying");
        scenario.rds.faults().add("StopDBCluster", busy, 3);

        Restore restore = scenario.afterwards(scenario.replace(TARGET, ReplaceMode.SWAP));

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(scenario.certifies(TARGET)).isTrue();
    }

    @Test
    void whoever_starts_it_meanwhile_does_no_harm() {
        Scenario scenario = Scenario.givenNoRdsEvents().with(RENEW);
        scenario.home.existing(TARGET);
        RestoreId id = scenario.replace(TARGET, ReplaceMode.SWAP);
        assertThat(scenario.reaches(id, StepName.RENEW_CERTIFICATE)).isTrue();
        scenario.later(
                Duration.ofSeconds(182),
                () -> scenario.rds.region("us-east-1").clusters().start(TARGET));

        Restore restore = scenario.afterwards(id);

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(acts(scenario, restore)).containsExactly("stop");
        assertThat(scenario.certifies(TARGET)).isTrue();
    }

    /** What was intended, and mostly done, in order. */
    private static List<String> acts(Scenario scenario, Restore restore) {
        return scenario.store.audit(restore.id()).stream()
                .filter(entry -> entry.step() == StepName.RENEW_CERTIFICATE)
                .filter(entry -> entry.what().equals("acts"))
                .map(AuditEntry::why)
                .map(why -> why.startsWith(STOP) ? "stop" : why.startsWith(START) ? "start" : why)
                .toList();
    }

    private static boolean isStale(String warning) {
        return warning.startsWith(FailureCode.CERTIFICATE_STALE.name());
    }
}
