package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.intake.OperatorActions;
import io.aurorarestore.local.rds.DataVolume;
import io.aurorarestore.local.rds.DescribeClusters;
import io.aurorarestore.local.rds.DescribeSnapshots;
import io.aurorarestore.local.rds.RdsError;
import io.aurorarestore.local.rds.SeedCluster;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.plan.RestorePlan;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.simulation.CrashPoint;
import io.aurorarestore.simulation.Scenario;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestoreScenarioTest {

    @Test
    void a_restore_goes_through_every_step_and_tells_it() {
        Scenario scenario = Scenario.given();
        RestoreId id = scenario.request();

        assertSucceeded(scenario, scenario.afterwards(id));
        assertThat(scenario.announced).hasSize(1);
        assertThat(scenario.doneSteps(id))
                .containsExactlyElementsOf(RestorePlan.at(TestData.HOME).names().stream()
                        .map(step -> step.label())
                        .toList());
    }

    @Test
    void it_gets_there_without_a_single_event() {
        Scenario scenario = Scenario.givenNoRdsEvents();
        RestoreId id = scenario.request();

        assertSucceeded(scenario, scenario.afterwards(id));
    }

    @Test
    void doubled_events_and_messages_change_nothing() {
        Scenario scenario = Scenario.givenDelivering(3);
        RestoreId id = scenario.request();

        assertSucceeded(scenario, scenario.afterwards(id));
    }

    @Test
    void a_crash_before_or_after_any_port_call_is_survived() {
        CrashPoint counting = CrashPoint.never();
        Scenario whole = Scenario.givenCrashAt(counting);
        whole.afterwards(whole.request());

        for (int point = 1; point <= counting.passed(); point++) {
            Scenario scenario = Scenario.givenCrashAt(new CrashPoint(point));
            Restore restore = scenario.afterwards(scenario.request());

            assertThat(restore.status()).as("crash at point %d", point).isEqualTo(Status.SUCCEEDED);
            assertSucceeded(scenario, restore);
        }
    }

    @Test
    void throttling_and_want_of_capacity_are_waited_out() {
        Scenario scenario = Scenario.given();
        scenario.poison.in("clusters", RestoreScenarioTest::throttled, 3);
        scenario.rds.faults().add("CreateDBInstance", new RdsError("InsufficientDBInstanceCapacity", 400, "none"), 3);
        RestoreId id = scenario.request();

        assertSucceeded(scenario, scenario.afterwards(id));
    }

    @Test
    void after_a_call_without_an_answer_nobody_acts_before_its_lease_has_ended() {
        Scenario scenario = Scenario.given();
        scenario.rds.faults().loseAnswer("ModifyDBCluster", new RdsError("InternalFailure", 500, "no answer"), 1);
        RestoreId id = scenario.request();
        while (scenario.restore(id).schedule().lease().isEmpty()) {
            scenario.passing(1);
        }

        scenario.operate(OperatorActions.Operation.CANCEL, id);
        scenario.passing(Duration.ofSeconds(40));
        assertThat(scenario.restore(id).schedule().lease()).isPresent();

        assertThat(scenario.afterwards(id).status()).isEqualTo(Status.CANCELLED);
        assertThat(scenario.home.clusters()).isEmpty();
    }

    @Test
    void a_refusal_undoes_all_and_tells_why() {
        Scenario scenario = Scenario.given();
        scenario.rds.faults().add("CreateDBInstance", RdsError.invalidValue("no such class"), 99);

        Restore restore = scenario.afterwards(scenario.request());

        assertThat(restore.status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(scenario.announced).singleElement().satisfies(told -> {
            assertThat(told.failure().orElseThrow().code()).isEqualTo(FailureCode.AWS_REFUSED);
            assertThat(told.leftovers()).isEmpty();
        });
        assertThat(scenario.home.clusters()).isEmpty();
        assertThat(scenario.home.snapshots()).isEmpty();
        assertThat(scenario.holder("orders-drill")).isEmpty();
    }

    @Test
    void an_existing_target_is_refused_before_anything_is_touched() {
        Scenario scenario = Scenario.given();
        DataVolume volume = DataVolume.postgresql("17.4", "postgres", "orders");
        scenario.rds.region("us-east-1").seed().cluster(SeedCluster.of("orders-drill", volume, TestData.NOW));

        Restore restore = scenario.afterwards(scenario.request());

        assertThat(restore.outcome().failure().orElseThrow().code()).isEqualTo(FailureCode.TARGET_EXISTS);
        assertThat(restore.resources().isEmpty()).isTrue();
    }

    @Test
    void a_strangers_cluster_under_our_name_is_left_alone() {
        Scenario scenario = Scenario.given();
        RestoreId id = scenario.request();
        String staging = scenario.restore(id).names().staging();
        DataVolume volume = DataVolume.postgresql("17.4", "postgres", "orders");
        scenario.rds
                .region("us-east-1")
                .seed()
                .cluster(SeedCluster.of(staging, volume, TestData.NOW).tagged(TestData.STRANGERS));

        Restore restore = scenario.afterwards(id);

        assertThat(restore.outcome().failure().orElseThrow().code()).isEqualTo(FailureCode.NAME_TAKEN);
        assertThat(scenario.announced.get(0).leftovers()).noneMatch(left -> left.contains(staging));
    }

    private static CallFailedException throttled() {
        return new CallFailedException(CallFailedException.Kind.RETRY, FailureCode.AWS_REFUSED, "Rate exceeded.");
    }

    private static void assertSucceeded(Scenario scenario, Restore restore) {
        assertThat(restore.status()).isEqualTo(Status.SUCCEEDED);
        var home = scenario.rds.region("us-east-1").clusters();
        assertThat(home.describe(DescribeClusters.all()).items())
                .singleElement()
                .satisfies(cluster -> assertThat(cluster.id()).isEqualTo("orders-drill"));
        assertThat(scenario.serves("orders-drill")).isTrue();
        assertThat(scenario.rds
                        .region("us-west-2")
                        .snapshots()
                        .describe(DescribeSnapshots.all())
                        .items())
                .hasSize(1);
        assertThat(scenario.announced.stream().map(told -> told.messageId()).distinct())
                .singleElement()
                .asString()
                .startsWith(restore.id() + "-SUCCEEDED-");
    }
}
