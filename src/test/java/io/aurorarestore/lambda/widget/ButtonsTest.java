package io.aurorarestore.lambda.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.InMemoryRestores;
import io.aurorarestore.engine.OneProfile;
import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.intake.DashboardActions;
import io.aurorarestore.intake.OperatorActions;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Outcome;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.plan.RestorePlan;
import io.aurorarestore.port.Restores;
import io.aurorarestore.port.StoredByNewerVersionException;
import io.aurorarestore.port.WakeUps;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the page offers, and what a click does. */
class ButtonsTest {

    private static final Clock CLOCK = Clock.fixed(TestData.NOW.plus(Duration.ofMinutes(7)), ZoneOffset.UTC);
    private static final Restore LIVE = TestData.staged(StepName.CREATE_INSTANCES);
    private static final Restore PAST_PIVOT = TestData.staged(StepName.PROTECT_TARGET);
    private static final Restore RETIREMENT =
            TestData.staged(StepName.RETIRE_OLD).retirement(TestData.NOW.plus(Duration.ofDays(7)));
    private static final Restore FAILED = TestData.staged(StepName.RESTORE_CLUSTER)
            .with(Outcome.NONE.stuck(new Failure(FailureCode.NAME_TAKEN, "It is there."), Status.ROLLING_BACK))
            .ended(Status.FAILED, TestData.NOW);

    private final InMemoryRestores store = new InMemoryRestores(TestData.HOME);
    private final List<RestoreId> woken = new ArrayList<>();
    private Optional<List<String>> callers = Optional.empty();

    @Test
    void each_restore_has_the_buttons_that_its_state_allows() {
        assertThat(buttons(LIVE)).containsExactly("Cancel");
        assertThat(buttons(PAST_PIVOT)).isEmpty();
        assertThat(buttons(FAILED)).containsExactly("Resume");
        assertThat(buttons(RETIREMENT)).containsExactly("Keep", "Delete now");
        assertThat(buttons(LIVE.ended(Status.SUCCEEDED, TestData.NOW))).isEmpty();
    }

    @Test
    void what_was_cancelled_is_not_offered_to_be_again() {
        assertThat(buttons(LIVE.with(LIVE.outcome().cancelledBy("ops")))).isEmpty();
    }

    @Test
    void a_profile_that_names_its_callers_has_no_buttons() {
        callers = Optional.of(List.of("*"));

        assertThat(buttons(LIVE)).isEmpty();
    }

    @Test
    void a_button_asks_before_it_calls_the_function_that_acts() {
        assertThat(new Buttons("pages", Optional.of("actions"))
                        .of(RETIREMENT, actions().offered(RETIREMENT).await().indefinitely()))
                .first()
                .asString()
                .contains(
                        "endpoint=\"actions\"",
                        "confirmation=\"Keep ar-orders-drill-" + RETIREMENT.origin() + "-old?",
                        "{\"restore\": \"" + RETIREMENT.id() + "\", \"operation\": \"keep\", \"version\": \"0\"}");
    }

    @Test
    void a_click_cancels_once_as_the_dashboard_and_wakes_the_restore() {
        Restore live = kept(LIVE);

        assertThat(click(live, "cancel")).contains("It is cancelled");
        assertThat(click(live, "cancel"))
                .contains("asked for from this page already")
                .doesNotContain("It is cancelled");

        assertThat(now(live).outcome().cancelled()).contains("the dashboard: asked for on the dashboard");
        assertThat(store.audit(live.id()))
                .filteredOn(entry -> entry.what().equals("cancel requested"))
                .singleElement()
                .extracting(AuditEntry::by)
                .isEqualTo("the dashboard");
        assertThat(woken).containsOnly(live.id());
    }

    @Test
    void a_click_that_comes_too_late_says_why() {
        Restore done = kept(LIVE.ended(Status.SUCCEEDED, TestData.NOW));

        assertThat(click(done, "cancel")).contains("NOT_POSSIBLE_NOW");
        assertThat(woken).isEmpty();
    }

    @Test
    void to_cancel_a_restore_that_has_ended_meanwhile_leaves_its_retirement_alone() {
        Instant day = TestData.NOW.plus(Duration.ofDays(2));
        Restore swapped = TestData.staged(StepName.ARCHIVE_SNAPSHOT);
        Restore done = kept(swapped.with(swapped.outputs().withRetirement(day)).ended(Status.SUCCEEDED, TestData.NOW));
        Restore retirement = done.retirement(day);
        store.put(retirement);

        assertThat(click(done, "cancel")).contains("NOT_POSSIBLE_NOW", "SUCCEEDED");
        assertThat(now(retirement)).isEqualTo(retirement);
        assertThat(click(retirement, "keep")).contains("It is kept");
        assertThat(now(retirement).status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void a_restore_that_failed_again_is_not_resumed_by_a_page_of_before() {
        Restore failed = kept(FAILED);

        assertThat(click(failed, "resume")).contains("It goes on");
        Restore again = now(failed).with(failed.outcome()).ended(Status.FAILED, CLOCK.instant());
        store.put(again);

        assertThat(click(failed, "resume")).contains("asked for from this page already; refresh it");
        assertThat(now(failed)).isEqualTo(again);
        assertThat(woken).containsExactly(failed.id());
    }

    @Test
    void who_clicks_is_not_known_so_a_profile_that_names_its_callers_refuses() {
        Restore live = kept(LIVE);
        callers = Optional.of(List.of("the dashboard"));

        assertThat(click(live, "cancel")).contains("CALLER_NOT_ALLOWED");
        assertThat(now(live).outcome().cancelled()).isEmpty();
    }

    @Test
    void a_restore_that_a_later_version_wrote_is_left_alone_and_that_is_said() {
        Restores newer = (Restores) Proxy.newProxyInstance(
                Restores.class.getClassLoader(),
                new Class<?>[] {Restores.class},
                (proxy, called, arguments) -> called.getName().equals("load")
                        ? Uni.createFrom().failure(new StoredByNewerVersionException("schema 3"))
                        : called.invoke(store, arguments));

        assertThat(clicked(new ActionHandler(actions(newer), new Woken()), LIVE, "cancel"))
                .contains("STORED_BY_NEWER_VERSION", "schema 3");
    }

    @Test
    void what_no_button_sends_is_not_done() {
        Restore failed = kept(FAILED);

        assertThat(click(failed, "abandon")).contains("Nothing was asked for");
        assertThat(handler().handleRequest(Map.of("operation", "cancel", "restore", "<b>"), null))
                .contains("Nothing was asked for")
                .doesNotContain("<b>");
        assertThat(now(failed).outcome().abandoned()).isFalse();
    }

    private String click(Restore restore, String operation) {
        return clicked(handler(), restore, operation);
    }

    private static String clicked(ActionHandler handler, Restore restore, String operation) {
        return handler.handleRequest(
                Map.of("restore", restore.id().value(), "operation", operation, "version", "1"), null);
    }

    private ActionHandler handler() {
        return new ActionHandler(actions(), new Woken());
    }

    private List<String> buttons(Restore restore) {
        return actions().offered(restore).await().indefinitely().stream()
                .flatMap(one -> Button.of(one, restore))
                .map(Button::label)
                .toList();
    }

    private DashboardActions actions() {
        return actions(store);
    }

    private DashboardActions actions(Restores store) {
        StepSequence plan = RestorePlan.at(TestData.HOME);
        OneProfile profile = new OneProfile(() -> TestData.profileFor(callers, ClusterSettings.NONE));
        OperatorActions operators = new OperatorActions(store, profile, plan, CLOCK, entry -> {});
        return new DashboardActions(store, profile, operators, plan, CLOCK);
    }

    private Restore kept(Restore restore) {
        Restore first = restore.next(1);
        AuditEntry opened =
                new AuditEntry(first.id(), 1, TestData.NOW, first.step(), "opened", "for a test", "request", "a test");
        store.open(first, opened).await().indefinitely();
        return first;
    }

    private Restore now(Restore restore) {
        return store.load(restore.id()).await().indefinitely().orElseThrow();
    }

    private class Woken implements WakeUps {

        @Override
        public Uni<Void> send(RestoreId restore, long chain, Duration delay) {
            woken.add(restore);
            return Uni.createFrom().voidItem();
        }
    }
}
