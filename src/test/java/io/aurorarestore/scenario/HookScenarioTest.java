package io.aurorarestore.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.intake.OperatorActions;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AskedHook;
import io.aurorarestore.model.restore.HookId;
import io.aurorarestore.model.restore.HookRequest;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.Hook;
import io.aurorarestore.simulation.Scenario;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HookScenarioTest {

    private static final Hook MASK =
            new Hook("mask", Hook.Place.AFTER, StepName.CONFIGURE_DATABASE, Duration.ofHours(6), true);
    private static final Hook INDEX =
            new Hook("index", Hook.Place.BEFORE, StepName.VERIFY_RESTORE, Duration.ofHours(1), true);
    private static final Hook REFRESH =
            new Hook("refresh", Hook.Place.AFTER, StepName.VERIFY_ENDPOINT, Duration.ofHours(1), true);
    private static final Hook FLUSH =
            new Hook("flush", Hook.Place.BEFORE, StepName.ACTIVATE_CREDENTIALS, Duration.ofHours(1), true);

    @Test
    void aRestoreWaitsForItsHookAndGoesOnOnceItIsAnswered() {
        Scenario world = Scenario.given().with(MASK);
        RestoreId id = world.request();

        world.passing(Duration.ofHours(3));
        assertThat(world.restore(id).step()).isEqualTo(StepName.VERIFY_RESTORE);
        assertThat(world.restore(id).progress().waitingFor()).isEqualTo("hook mask");
        assertThat(world.doneSteps(id)).last().isEqualTo("ConfigureDatabase");
        world.answer(ids(world).get(0), AskedHook.State.SUCCEEDED);

        assertThat(world.afterwards(id).status()).isEqualTo(Status.SUCCEEDED);
        assertThat(world.cancelled()).isEmpty();
        assertThat(world.acts(id, StepName.VERIFY_RESTORE)).contains("send the job to the database function");
    }

    @Test
    void whatIsVerifiedTogetherWithConfiguringNeedsNoJobOfItsOwn() {
        Scenario world = Scenario.given();
        RestoreId id = world.request();

        assertThat(world.afterwards(id).status()).isEqualTo(Status.SUCCEEDED);
        assertThat(world.doneSteps(id)).contains("VerifyRestore");
        assertThat(world.acts(id, StepName.VERIFY_RESTORE)).isEmpty();
    }

    @Test
    void whoWorksForAHookIsToldWhatHeNeeds() {
        Scenario world = Scenario.given().with(MASK);
        RestoreId id = world.request();
        world.passing(Duration.ofHours(2));

        HookRequest asked = world.asked().get(0);
        Restore restore = world.restore(id);
        assertThat(asked.id()).hasToString(id + "/mask/1");
        assertThat(asked.cluster()).isEqualTo(restore.names().staging());
        assertThat(asked.restore().outputs().endpoint()).isPresent();
        assertThat(asked.deadline()).isEqualTo(restore.progress().since().plus(MASK.deadline()));
        assertThat(asked.master()).hasValueSatisfying(secret -> {
            assertThat(secret.arn()).contains("aurora-restore/orders-drill/master");
            assertThat(secret.id()).hasValue(restore.masterVersion());
        });
    }

    @Test
    void itIsAskedForAgainUnderTheSameIdWhileNothingIsHeardOfIt() {
        Scenario world = Scenario.given().with(MASK);
        RestoreId id = world.request();
        world.passing(Duration.ofHours(2));
        int before = world.asked().size();
        assertThat(before).isGreaterThan(2);
        assertThat(ids(world)).containsOnly(new HookId(id, "mask", 1));

        world.progress(ids(world).get(0), 10);
        world.passing(Duration.ofHours(2));

        assertThat(world.asked()).hasSize(before);
        assertThat(world.restore(id).progress().waitingFor()).isEqualTo("hook mask, 10 % done");
        assertThat(world.restore(id).hooks().of("mask").orElseThrow().percent()).hasValue(10);
    }

    @Test
    void severalHooksOfOnePlaceAreAskedForOneAfterTheOther() {
        Scenario world = Scenario.given().with(MASK, INDEX);
        answeringAll(world);

        assertThat(world.afterwards(world.request()).status()).isEqualTo(Status.SUCCEEDED);
        assertThat(ids(world)).extracting(HookId::hook).containsExactly("mask", "index");
        assertThat(world.asked().get(1).deadline())
                .isBefore(world.asked().get(0).deadline());
    }

    @Test
    void theTimeThatAHookTakesIsNotItsStepsTime() {
        Scenario world = Scenario.given().with(MASK);
        world.working(
                asked -> world.later(Duration.ofHours(5), () -> world.answer(asked.id(), AskedHook.State.SUCCEEDED)));

        assertThat(world.afterwards(world.request()).status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void aFailureBeforeThePivotUndoesTheRestore() {
        Scenario world = Scenario.given().with(MASK);
        world.working(asked -> world.answer(asked.id(), AskedHook.State.FAILED));

        Restore ended = world.afterwards(world.request());

        assertThat(ended.status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(ended.outcome().failure()).hasValueSatisfying(failure -> {
            assertThat(failure.code()).isEqualTo(FailureCode.HOOK_FAILED);
            assertThat(failure.message()).isEqualTo("Hook mask failed: as it says");
        });
        assertThat(world.cancelled()).isEmpty();
    }

    @Test
    void aFailureAfterThePivotWarnsAndNoStepIsLeftOut() {
        Scenario world = Scenario.given().with(REFRESH, FLUSH);
        world.working(asked -> world.answer(asked.id(), AskedHook.State.FAILED));

        RestoreId id = world.request();
        Restore ended = world.afterwards(id);

        assertThat(ended.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(ended.outcome().warnings())
                .filteredOn(warning -> warning.contains("HOOK_FAILED"))
                .hasSize(2);
        assertThat(world.doneSteps(id)).contains("ActivateCredentials");
    }

    @Test
    void aDeadlineCountsAsFailureAndCancelsTheHook() {
        Scenario world = Scenario.given().with(INDEX);

        Restore ended = world.afterwards(world.request());

        assertThat(ended.status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(ended.outcome().failure().orElseThrow().message())
                .isEqualTo("Hook index has not answered within PT1H.");
        assertThat(world.cancelled()).containsExactly(new HookId(ended.id(), "index", 1));
    }

    @Test
    void aDeadlineAfterThePivotWarnsAndCancelsTheHook() {
        Scenario world = Scenario.given().with(REFRESH);

        Restore ended = world.afterwards(world.request());

        assertThat(ended.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(ended.outcome().warnings()).anyMatch(warning -> warning.contains("HOOK_FAILED"));
        assertThat(world.cancelled()).containsExactly(new HookId(ended.id(), "refresh", 1));
        assertThat(world.asked().get(0).cluster()).isEqualTo("orders-drill");
    }

    @Test
    void aCancelCancelsTheHookBeforeAnythingIsUndone() {
        Scenario world = Scenario.given().with(MASK);
        RestoreId id = world.request();
        world.passing(Duration.ofHours(2));

        world.operate(OperatorActions.Operation.CANCEL, id);
        world.until(id, Status.ROLLING_BACK);
        world.passing(Duration.ofMinutes(2));
        assertThat(world.cancelled()).containsExactly(new HookId(id, "mask", 1));
        world.answer(ids(world).get(0), AskedHook.State.SUCCEEDED);

        assertThat(world.afterwards(id).status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void whoCannotBeToldOfACancelHoldsTheUndoNotUpAndIsToldAtTheEnd() {
        Scenario world = Scenario.given().with(MASK).deafHooks("cancel", 8);
        RestoreId id = world.request();
        world.passing(Duration.ofHours(2));

        world.operate(OperatorActions.Operation.CANCEL, id);

        assertThat(world.afterwards(id).status()).isEqualTo(Status.CANCELLED);
        assertThat(world.cancelled()).contains(new HookId(id, "mask", 1));
    }

    @Test
    void whatCouldNotBePublishedIsPublishedAgain() {
        Scenario world = Scenario.given().with(MASK).deafHooks("request", 3);
        answeringAll(world);

        assertThat(world.afterwards(world.request()).status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void anAnswerThatComesTwiceOrOtherwiseThanBeforeChangesNothing() {
        Scenario world = Scenario.given().with(MASK);
        world.working(asked -> {
            world.answer(asked.id(), AskedHook.State.SUCCEEDED);
            world.answer(asked.id(), AskedHook.State.SUCCEEDED);
            world.answer(asked.id(), AskedHook.State.FAILED);
        });

        RestoreId id = world.request();

        assertThat(world.afterwards(id).status()).isEqualTo(Status.SUCCEEDED);
        assertThat(world.store.audit(id))
                .filteredOn(entry -> entry.what().equals("hook answered"))
                .hasSize(1);
    }

    @Test
    void aRestoreWithoutHooksSaysNothingOfThem() {
        Scenario world = Scenario.given();

        Restore ended = world.afterwards(world.request());

        assertThat(world.asked()).isEmpty();
        assertThat(ended.hooks().asked()).isEmpty();
    }

    private static void answeringAll(Scenario world) {
        world.working(asked -> world.answer(asked.id(), AskedHook.State.SUCCEEDED));
    }

    private static List<HookId> ids(Scenario world) {
        return world.asked().stream().map(HookRequest::id).toList();
    }
}
