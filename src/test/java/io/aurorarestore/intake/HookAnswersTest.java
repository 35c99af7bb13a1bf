package io.aurorarestore.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.engine.OneProfile;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.json.ProfileReader;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AskedHook;
import io.aurorarestore.model.restore.AskedHooks;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.HookAnswer;
import io.aurorarestore.model.restore.HookId;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.Hook;
import io.aurorarestore.model.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HookAnswersTest extends ControlBench {

    private static final Hook MASK =
            new Hook("mask", Hook.Place.BEFORE, StepName.VERIFY_RESTORE, Duration.ofHours(6), true);
    private static final Hook SMOKE =
            new Hook("smoke", Hook.Place.BEFORE, StepName.VERIFY_RESTORE, Duration.ofHours(6), false);
    private static final String WORKER = "arn:aws:sts::123456789012:assumed-role/worker/x";

    @Test
    void an_answer_is_written_down_with_who_gave_it() {
        Restore restore = asked(MASK);

        byEvent(answer(restore, MASK, AskedHook.State.SUCCEEDED, "4711 rows"));

        AskedHook answered = now(restore).hooks().of("mask").orElseThrow();
        assertThat(answered.state()).isEqualTo(AskedHook.State.SUCCEEDED);
        assertThat(answered.message()).isEqualTo("4711 rows");
        AuditEntry last = last(restore);
        assertThat(last.what()).isEqualTo("hook answered");
        assertThat(last.why()).isEqualTo("hook mask SUCCEEDED: 4711 rows");
        assertThat(last.by()).isEqualTo("an account");
    }

    @Test
    void the_same_answer_again_changes_nothing_and_another_is_refused() {
        Restore restore = asked(MASK);
        byEvent(answer(restore, MASK, AskedHook.State.SUCCEEDED, ""));
        Restore once = now(restore);

        byEvent(answer(restore, MASK, AskedHook.State.SUCCEEDED, ""));

        assertThat(now(restore)).isEqualTo(once);
        assertRefused(
                () -> byEvent(answer(restore, MASK, AskedHook.State.FAILED, "")),
                FailureCode.NOT_POSSIBLE_NOW,
                "has answered before");
    }

    @Test
    void an_event_answers_only_where_the_profile_says_so() {
        Restore restore = asked(SMOKE);

        assertRefused(
                () -> byEvent(answer(restore, SMOKE, AskedHook.State.SUCCEEDED, "")),
                FailureCode.CALLER_NOT_ALLOWED,
                "does not say \"answerBy\": \"event\"");
        byCall(answer(restore, SMOKE, AskedHook.State.SUCCEEDED, ""), WORKER);
        assertThat(now(restore).hooks().of("smoke").orElseThrow().unanswered()).isFalse();
    }

    @Test
    void a_call_answers_only_if_the_profile_allows_its_caller() {
        Restore restore = asked(SMOKE);

        assertRefused(
                () -> byCall(answer(restore, SMOKE, AskedHook.State.SUCCEEDED, ""), "arn:aws:iam::1:user/mallory"),
                FailureCode.CALLER_NOT_ALLOWED,
                "does not allow");
        assertThat(now(restore).hooks().of("smoke").orElseThrow().unanswered()).isTrue();
    }

    @Test
    void what_nobody_waits_for_any_more_is_refused() {
        Restore asking = hooked(MASK);
        Restore cancelled = kept(asking.with(AskedHooks.NONE.with(AskedHook.at(asking.idOf(MASK), TestData.NOW)))
                .ended(Status.CANCELLED, TestData.NOW));

        assertRefused(
                () -> byEvent(answer(cancelled, MASK, AskedHook.State.SUCCEEDED, "")),
                FailureCode.NOT_POSSIBLE_NOW,
                "is not waited for any more");
    }

    @Test
    void what_nobody_has_asked_for_is_refused() {
        Restore restore = asked(MASK);
        assertRefused(
                () -> byEvent(answer(restore, SMOKE, AskedHook.State.SUCCEEDED, "")),
                FailureCode.NOTHING_HERE,
                "has no hook of this name");
        HookId earlier = new HookId(restore.id(), "mask", 7);
        assertRefused(
                () -> byEvent(new HookAnswer(
                        restore.id(),
                        "mask",
                        Optional.of(earlier),
                        Optional.of(AskedHook.State.SUCCEEDED),
                        Optional.empty(),
                        "")),
                FailureCode.NOT_POSSIBLE_NOW,
                "is answered for an earlier hookId");
        assertRefused(
                () -> byEvent(new HookAnswer(
                        RestoreId.of("nobody"),
                        "mask",
                        Optional.empty(),
                        Optional.of(AskedHook.State.SUCCEEDED),
                        Optional.empty(),
                        "")),
                FailureCode.UNKNOWN_RESTORE,
                "There is no restore");
    }

    @Test
    void a_hook_that_was_not_asked_for_yet_has_nothing_to_answer() {
        Restore restore = kept(hooked(MASK));

        assertRefused(
                () -> byEvent(answer(restore, MASK, AskedHook.State.SUCCEEDED, "")),
                FailureCode.NOT_POSSIBLE_NOW,
                "has not been asked for yet");
    }

    @Test
    void how_far_it_is_is_noted_once_a_minute_and_not_audited() {
        Restore restore = asked(MASK);

        byEvent(progress(restore, 10));
        byEvent(progress(restore, 11));

        assertThat(now(restore).hooks().of("mask").orElseThrow().percent()).hasValue(10);
        assertThat(last(restore).what()).isEqualTo("opened");
    }

    @Test
    void what_it_says_is_cut_and_cleaned() {
        Restore restore = asked(MASK);

        byEvent(answer(restore, MASK, AskedHook.State.FAILED, "no\nroom\u202e" + "x".repeat(5000)));

        assertThat(now(restore).hooks().of("mask").orElseThrow().message())
                .startsWith("no\\u000aroom\\u202e")
                .hasSize(1001);
    }

    private Restore asked(Hook hook) {
        Restore restore = hooked(hook);
        return kept(restore.with(AskedHooks.NONE.with(AskedHook.at(restore.idOf(hook), TestData.NOW))));
    }

    private static Restore hooked(Hook hook) {
        Settings plain = TestData.settings();
        return TestData.restore(
                StepName.VERIFY_RESTORE,
                new Settings(
                        plain.allowedSources(),
                        plain.asked(),
                        plain.origins(),
                        plain.database(),
                        Map.of(),
                        List.of(hook)));
    }

    private static HookAnswer answer(Restore restore, Hook hook, AskedHook.State outcome, String message) {
        return new HookAnswer(
                restore.id(), hook.name(), Optional.empty(), Optional.of(outcome), Optional.empty(), message);
    }

    private static HookAnswer progress(Restore restore, int percent) {
        return new HookAnswer(restore.id(), "mask", Optional.empty(), Optional.empty(), Optional.of(percent), "");
    }

    private void byEvent(HookAnswer answer) {
        answers().byEvent(answer, "an account").await().indefinitely();
    }

    private void byCall(HookAnswer answer, String by) {
        answers().byCall(answer, by).await().indefinitely();
    }

    private HookAnswers answers() {
        OneProfile profile =
                new OneProfile(() -> ProfileReader.read("{\"allowedCallers\":[\"*:assumed-role/worker/*\"]}"));
        Clock clock = Clock.fixed(TestData.NOW.plusSeconds(600), ZoneOffset.UTC);
        return new HookAnswers(store, profile, clock, entry -> {});
    }

    private AuditEntry last(Restore restore) {
        List<AuditEntry> all = store.audit(restore.id());
        return all.get(all.size() - 1);
    }

    private static void assertRefused(Runnable answering, FailureCode code, String why) {
        assertThatThrownBy(answering::run).isInstanceOfSatisfying(RequestRejectedException.class, refused -> {
            assertThat(refused.failure().code()).isEqualTo(code);
            assertThat(refused.failure().message()).contains(why);
        });
    }
}
