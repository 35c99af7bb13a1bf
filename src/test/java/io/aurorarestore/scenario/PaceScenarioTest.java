package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.Pace;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.StepTiming;
import io.aurorarestore.simulation.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceScenarioTest {

    private static final Duration A_COPY = Duration.ofMinutes(8);

    @Test
    void wake_ups_that_come_twice_do_not_become_more() {
        Scenario scenario = Scenario.givenDelivering(2);
        RestoreId id = scenario.request();

        Restore restore = scenario.afterwards(id);

        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(scenario.wakeUps.everSent()).isLessThan(100);
        assertThatAllDieOut(scenario);
    }

    @Test
    void however_many_wake_ups_come_at_once_one_chain_goes_on() {
        Scenario scenario = Scenario.given();
        RestoreId id = scenario.request();
        scenario.passing(Duration.ofMinutes(2));

        scenario.wakeAnew(id, 50);
        scenario.passing(Duration.ofSeconds(30));

        assertThat(scenario.wakeUps.liveOf(scenario.restore(id))).isEqualTo(1);
        assertThat(scenario.afterwards(id).status()).isEqualTo(Status.SUCCEEDED);
        assertThatAllDieOut(scenario);
    }

    @Test
    void a_sixth_copy_waits_for_its_turn() {
        Scenario scenario = Scenario.given();
        List<RestoreId> six = IntStream.rangeClosed(1, 6)
                .mapToObj(number -> scenario.replace("orders-drill-" + number, ReplaceMode.REFUSE))
                .toList();

        scenario.passing(A_COPY.dividedBy(2));

        assertThat(six).filteredOn(id -> waitsForItsTurn(scenario.restore(id))).hasSize(1);
        assertThat(six)
                .allSatisfy(id -> assertThat(scenario.afterwards(id).status()).isEqualTo(Status.SUCCEEDED));
    }

    private static boolean waitsForItsTurn(Restore restore) {
        return restore.step() == StepName.COPY_SNAPSHOT
                && restore.progress().waitingFor().contains("copies to be done: RDS makes 5 at once");
    }

    @Test
    void a_job_that_could_not_be_sent_is_sent_again_soon() {
        Scenario scenario = Scenario.given().deafJobQueue(2);

        RestoreId id = scenario.request();
        scenario.passing(Duration.ofSeconds(40));

        assertThat(scenario.restore(id).step()).isEqualTo(StepName.COPY_SNAPSHOT);
    }

    @Test
    void a_step_may_take_as_long_as_the_profile_says() {
        Scenario scenario = Scenario.given()
                .timing(StepName.COPY_SNAPSHOT, new StepTiming(Optional.of(A_COPY.dividedBy(2)), Optional.empty()));

        Restore restore = scenario.afterwards(scenario.request());

        assertThat(restore.status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(restore.outcome().failure().orElseThrow().code()).isEqualTo(FailureCode.TIMED_OUT);
        assertThat(restore.outcome().failure().orElseThrow().message()).contains("CopySnapshot waited 4 minutes");
    }

    @Test
    void a_step_looks_as_often_as_the_profile_says() {
        Duration pace = Duration.ofSeconds(20);
        Scenario scenario =
                Scenario.given().timing(StepName.COPY_SNAPSHOT, new StepTiming(Optional.empty(), Optional.of(pace)));
        RestoreId id = scenario.request();

        scenario.passing(A_COPY.dividedBy(2));

        Restore copying = scenario.restore(id);
        assertThat(copying.step()).isEqualTo(StepName.COPY_SNAPSHOT);
        assertThat(scenario.calls.all().stream().filter(call -> call.method().equals("snapshot")))
                .hasSizeGreaterThanOrEqualTo(11);
        assertThat(scenario.afterwards(id).status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void a_look_that_finds_nothing_mostly_commits_nothing() {
        Duration pace = Duration.ofSeconds(20);
        Scenario scenario =
                Scenario.given().timing(StepName.RESTORE_CLUSTER, new StepTiming(Optional.empty(), Optional.of(pace)));
        RestoreId id = scenario.request();
        assertThat(scenario.reaches(id, StepName.RESTORE_CLUSTER)).isTrue();
        long looks = calls(scenario, "clusters");
        long commits = calls(scenario, "commit");

        scenario.passing(Duration.ofMinutes(4));

        assertThat(scenario.restore(id).step()).isEqualTo(StepName.RESTORE_CLUSTER);
        assertThat(calls(scenario, "clusters") - looks).isGreaterThanOrEqualTo(11);
        assertThat(calls(scenario, "commit") - commits).isLessThanOrEqualTo(6);
        assertThat(scenario.wakeUps.liveOf(scenario.restore(id))).isEqualTo(1);
    }

    @Test
    void a_lost_wake_up_is_noticed() {
        Scenario scenario = Scenario.givenNoRdsEvents();
        RestoreId id = scenario.request();
        assertThat(scenario.reaches(id, StepName.RESTORE_CLUSTER)).isTrue();
        Instant next = scenario.restore(id).schedule().wakeAt().orElseThrow();

        assertThat(Duration.between(scenario.time.now(), next)).isLessThan(Duration.ofMinutes(8));
        assertThat(scenario.store.overdue(next.plusSeconds(1), 10).await().indefinitely())
                .containsExactly(id);
    }

    private static long calls(Scenario scenario, String method) {
        return scenario.calls.all().stream()
                .filter(call -> call.method().equals(method))
                .count();
    }

    private static void assertThatAllDieOut(Scenario scenario) {
        scenario.passing(Pace.LONGEST.plusMinutes(6));
        assertThat(scenario.wakeUps.count()).isZero();
    }
}
