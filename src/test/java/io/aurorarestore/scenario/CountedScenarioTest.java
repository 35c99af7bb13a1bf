package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AskedHook;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.StepDuration;
import io.aurorarestore.model.settings.Hook;
import io.aurorarestore.model.settings.StepTiming;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.CallFailedException.Kind;
import io.aurorarestore.simulation.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What operators count, at the change that it is about. */
class CountedScenarioTest {

    @Test
    void the_durations_of_the_steps_add_up_to_that_of_the_restore() {
        Scenario scenario = Scenario.given();
        RestoreId id = scenario.request();
        scenario.afterwards(id);

        List<StepDuration> durations = scenario.counted.durations;
        assertThat(durations).extracting(StepDuration::step).doesNotHaveDuplicates();
        assertThat(durations).noneMatch(StepDuration::hook);
        Duration whole = durations.stream().map(StepDuration::took).reduce(Duration.ZERO, Duration::plus);
        List<AuditEntry> audit = scenario.store.audit(id);
        AuditEntry last = audit.stream()
                .filter(entry -> entry.step() == StepName.ARCHIVE_SNAPSHOT
                        && entry.what().equals("done"))
                .findFirst()
                .orElseThrow();
        assertThat(whole)
                .isEqualTo(Duration.between(scenario.restore(id).accepted().openedAt(), last.at()));
    }

    @Test
    void the_wait_for_a_hook_is_apart_from_the_step_that_it_comes_before() {
        Hook hook = new Hook("mask", Hook.Place.BEFORE, StepName.VERIFY_RESTORE, Duration.ofHours(6), true);
        Scenario scenario = Scenario.given().with(hook);
        RestoreId id = scenario.request();
        scenario.passing(Duration.ofHours(2));

        scenario.answer(scenario.asked().get(0).id(), AskedHook.State.SUCCEEDED);
        scenario.afterwards(id);

        assertThat(scenario.counted.durations)
                .filteredOn(one -> one.step() == StepName.VERIFY_RESTORE)
                .extracting(StepDuration::hook)
                .containsExactly(true, false);
        assertThat(scenario.counted.durations)
                .filteredOn(StepDuration::hook)
                .first()
                .satisfies(one -> assertThat(one.took()).isGreaterThan(Duration.ofHours(1)));
    }

    @Test
    void no_event_is_missed_that_has_come() {
        Scenario scenario = Scenario.given();
        scenario.afterwards(scenario.request());

        assertThat(scenario.counted.lostEvents).isEmpty();
    }

    @Test
    void each_look_that_finds_what_an_event_should_have_told_is_counted() {
        Scenario scenario = Scenario.givenNoRdsEvents();
        scenario.afterwards(scenario.request());

        assertThat(scenario.counted.lostEvents)
                .containsExactly(
                        StepName.RESTORE_CLUSTER,
                        StepName.CREATE_INSTANCES,
                        StepName.RESET_CREDENTIALS,
                        StepName.PROMOTE_NEW);
    }

    @Test
    void what_a_call_waited_for_that_was_refused_no_event_should_have_told() {
        Scenario scenario = Scenario.given();
        scenario.poison.in("createInstance", CountedScenarioTest::throttled, 12);
        scenario.poison.in("restoreCluster", CountedScenarioTest::throttled, 12);
        scenario.afterwards(scenario.request());

        assertThat(scenario.counted.failures).hasSizeGreaterThan(20);
        assertThat(scenario.counted.lostEvents).isEmpty();
    }

    @Test
    void what_a_profile_looks_at_more_often_is_counted_all_the_same() {
        Scenario scenario = Scenario.givenNoRdsEvents()
                .timing(StepName.RESTORE_CLUSTER, new StepTiming(Optional.empty(), Optional.of(Duration.ofMinutes(1))));
        scenario.afterwards(scenario.request());

        assertThat(scenario.counted.lostEvents).contains(StepName.RESTORE_CLUSTER);
    }

    @Test
    void each_call_that_fails_is_counted_once() {
        Scenario scenario = Scenario.given();
        scenario.poison.in("clusters", CountedScenarioTest::throttled, 3);
        scenario.afterwards(scenario.request());

        assertThat(scenario.counted.failures)
                .filteredOn(failure -> failure.getMessage().equals("Throttled."))
                .hasSize(3);
    }

    private static CallFailedException throttled() {
        return new CallFailedException(Kind.RETRY, FailureCode.AWS_REFUSED, "Throttled.");
    }
}
