package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.notification.StateChange;
import io.aurorarestore.simulation.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class TellingScenarioTest {

    @Test
    void everyChangeOfStateIsToldOnceAndTheEndLast() {
        Scenario world = Scenario.given();

        RestoreId id = world.request();
        world.afterwards(id);

        List<String> told = world.changes.stream().map(StateChange::id).toList();
        assertThat(told).doesNotHaveDuplicates();
        assertThat(told).last().isEqualTo(id + "-SUCCEEDED-" + StepName.ARCHIVE_SNAPSHOT.label() + "-1");
        assertThat(world.changes)
                .extracting(StateChange::step)
                .contains(StepName.COPY_SNAPSHOT, StepName.RESTORE_CLUSTER, StepName.CREATE_INSTANCES);
    }

    @Test
    void whoSubscribedToNewsHearsOfEachStepThatTakesTime() {
        Scenario world = Scenario.given();

        world.afterwards(world.request());

        assertThat(world.news)
                .extracting(Announcement::messageId)
                .doesNotHaveDuplicates()
                .hasSize(world.changes.size() - 1);
    }

    @Test
    void whatTakesSecondsIsToldOnlyOnceItTakesLonger() {
        Scenario swift = Scenario.given();
        swift.afterwards(swift.request());
        Scenario deaf = Scenario.given().deafDatabase();
        deaf.afterwards(deaf.request());

        assertThat(swift.changes)
                .extracting(StateChange::step)
                .contains(StepName.CONFIGURE_DATABASE)
                .doesNotContain(StepName.PREFLIGHT, StepName.VERIFY_ENDPOINT);
        assertThat(deaf.changes).extracting(StateChange::step).contains(StepName.PREFLIGHT);
    }

    @Test
    void anUndoneRestoreIsToldAsBeingUndoneWithItsCause() {
        Scenario world = Scenario.given().breaking(StepName.CONFIGURE_DATABASE, FailureCode.DATABASE_FAILED);

        world.afterwards(world.request());

        assertThat(world.changes)
                .filteredOn(change -> change.status() == Status.ROLLING_BACK)
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.text()).contains("undone", "DATABASE_FAILED"));
    }

    @Test
    void silenceOfThoseWhoHearTheNewsHoldsNothingUp() {
        Scenario world = Scenario.given().deafToNews();

        RestoreId id = world.request();

        assertThat(world.afterwards(id).status()).isEqualTo(Status.SUCCEEDED);
        assertThat(world.announced).hasSize(1);
    }

    @Test
    void anEndThatCannotBeToldIsToldLater() {
        Scenario world = Scenario.given().deafToEnds(3);

        RestoreId id = world.request();

        assertThat(world.afterwards(id).settled()).isTrue();
        assertThat(world.announced).extracting(Announcement::status).containsExactly("SUCCEEDED");
    }

    @Test
    void aWaitingWorkflowHearsThatTheRestoreLivesAndHowItEnds() {
        Scenario world = Scenario.given();

        RestoreId id = world.requestAwaitedBy("a token");
        world.afterwards(id);

        assertThat(world.heartbeats).hasSizeGreaterThan(3).containsOnly("a token");
        assertThat(world.ended.get("a token").status()).isEqualTo("SUCCEEDED");
    }

    @Test
    void aWorkflowThatFailsToWaitDoesNotKeepSubscribersFromHearing() {
        Scenario world = Scenario.given();
        world.deafWorkflows(2);

        RestoreId id = world.requestAwaitedBy("a token");
        world.afterwards(id);

        assertThat(world.announced).hasSize(1);
        assertThat(world.ended).containsKey("a token");
    }

    @Test
    void aWorkflowThatTriesAgainIsAnsweredUnderEachOfItsTokens() {
        Scenario world = Scenario.given();
        RestoreId id = world.requestAwaitedBy("a token");
        world.passing(5);

        assertThat(world.requestAgainAwaitedBy("another token")).isEqualTo(id);
        world.afterwards(id);

        assertThat(world.ended).containsOnlyKeys("a token", "another token");
    }

    @Test
    void aWorkflowThatComesWhileAnEndIsUntoldKeepsNobodyFromHearingIt() {
        Scenario world = Scenario.given().deafToEnds(2);
        RestoreId id = world.requestAwaitedBy("a token");
        world.until(id, Status.SUCCEEDED);

        world.requestAgainAwaitedBy("another token");
        world.afterwards(id);

        assertThat(world.announced).hasSize(1);
        assertThat(world.ended).containsOnlyKeys("a token", "another token");
        assertThat(world.restore(id).outbox().taskTokens()).isEmpty();
    }

    @Test
    void aWorkflowThatTriesAgainAfterTheEndIsAnsweredAtOnce() {
        Scenario world = Scenario.given();
        RestoreId id = world.requestAwaitedBy("a token");
        world.afterwards(id);

        world.requestAgainAwaitedBy("another token");
        world.afterwards(id);

        assertThat(world.ended).containsOnlyKeys("a token", "another token");
        assertThat(world.announced).hasSize(1);
    }
}
