package io.aurorarestore.lambda.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.engine.InMemoryRestores;
import io.aurorarestore.engine.OneProfile;
import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.intake.HookAnswers;
import io.aurorarestore.intake.Intake;
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
import io.aurorarestore.model.settings.Objectives;
import io.aurorarestore.plan.RestorePlan;
import io.aurorarestore.port.RestoreViews;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rehearsal report of a target, as it is asked for over HTTP. */
class ReportCallsTest {

    private static final Clock CLOCK = Clock.fixed(TestData.NOW, ZoneOffset.UTC);
    private static final String PATH = "/targets/orders-drill/report";

    /** The data of the source is an hour older than the request. */
    private static final Objectives OBJECTIVES =
            new Objectives(Optional.of(Duration.ofMinutes(30)), Optional.of(Duration.ofHours(1)));

    @Test
    void it_says_of_each_restore_how_recent_the_data_was_how_long_it_took_and_what_was_asked_for() {
        JsonNode report = ask(PATH, Map.of(), List.of(ended(Status.SUCCEEDED, Duration.ofMinutes(40))))
                .body();

        assertThat(report.path("summary"))
                .hasToString(
                        "{\"restores\":1,\"succeeded\":1,\"rtoMeasured\":1,\"rtoMet\":0,\"rpoMeasured\":1,\"rpoMet\":1}");
        JsonNode one = report.path("restores").path(0);
        assertThat(one.path("rto")).hasToString("{\"achieved\":\"PT40M\",\"objective\":\"PT30M\",\"met\":false}");
        assertThat(one.path("rpo")).hasToString("{\"achieved\":\"PT1H\",\"objective\":\"PT1H\",\"met\":true}");
        assertThat(one.path("checks")).hasToString("[\"check 1\"]");
        assertThat(one.path("verified").asBoolean()).isTrue();
        assertThat(one.path("source").asText()).isEqualTo("snapshot orders-prod-2026-11-20");
        assertThat(one.path("endedAt").asText())
                .isEqualTo(TestData.NOW.plus(Duration.ofMinutes(40)).toString());
    }

    @Test
    void a_verification_that_failed_is_told_and_one_that_was_not_reached_is_not() {
        JsonNode report = ask(
                        PATH,
                        Map.of(),
                        List.of(failed(FailureCode.VERIFICATION_FAILED), failed(FailureCode.RESTORE_FAILED)))
                .body();

        JsonNode refuted = report.path("restores").path(0);
        assertThat(refuted.path("verified").asBoolean(true)).isFalse();
        assertThat(refuted.path("failure").path("advice").asText()).isEqualTo(FailureCode.VERIFICATION_FAILED.advice());
        assertThat(report.path("restores").path(1).has("verified")).isFalse();
        assertThat(report.path("summary").path("rtoMeasured").asInt()).isZero();
    }

    @Test
    void a_browser_gets_a_page_with_a_chart_that_runs_nothing() {
        HttpResponse answer = ask(
                PATH,
                Map.of("accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"),
                List.of(ended(Status.SUCCEEDED, Duration.ofMinutes(40)), failed(FailureCode.VERIFICATION_FAILED)));
        String page = answer.toApiGateway().getBody();

        assertThat(answer.headers()).containsEntry("content-type", "text/html; charset=utf-8");
        assertThat(page)
                .contains(
                        "<svg class=\"durations\" role=\"img\"",
                        "<rect class=\"missed\"",
                        "class=\"objective\"",
                        "40 min")
                .contains(
                        "<p>The last 2 restores; 1 succeeded.",
                        "missed: 30 min",
                        "met: 1 h",
                        "all held",
                        "verification failed",
                        "RTO met by 0 of 1.")
                .contains("A check &lt;script&gt; failed.")
                .doesNotContain("<script");
    }

    @Test
    void a_page_of_restores_that_all_failed_has_no_chart() {
        String page = page(failed(FailureCode.GONE));

        assertThat(page).contains("No RTO is asked for.").doesNotContain("<svg");
    }

    @Test
    void an_objective_that_no_restore_could_be_measured_by_is_not_denied() {
        String page = page(TestData.restore(StepName.RESTORE_CLUSTER, TestData.settings(OBJECTIVES))
                .ended(Status.ROLLED_BACK, TestData.NOW));

        assertThat(page)
                .contains("No RTO was measured.", "No RPO was measured.")
                .doesNotContain("is asked for.");
    }

    @Test
    void of_data_of_which_nobody_knows_the_time_only_the_rto_is_measured() {
        String page = page(TestData.restore(StepName.ARCHIVE_SNAPSHOT, TestData.settings(OBJECTIVES))
                .ended(Status.SUCCEEDED, TestData.NOW));

        assertThat(page)
                .contains("<p>The one restore there is; it succeeded. RTO met by 1 of 1. No RPO was measured.</p>")
                .contains("How long the one successful restore took\"");
    }

    @Test
    void a_verification_that_failed_before_the_checks_says_nothing_of_them() {
        assertThat(page(failed(FailureCode.VERIFICATION_FAILED)))
                .contains("<td>verification failed<ul><li>check 1</li></ul></td>")
                .doesNotContain("all held");
    }

    @Test
    void a_verification_that_failed_is_told_where_something_else_needs_a_person() {
        Failure trouble = new Failure(FailureCode.GONE, "The cluster cannot be deleted.");
        Restore stuck = failed(FailureCode.VERIFICATION_FAILED);

        JsonNode one = ask(PATH, Map.of(), List.of(stuck.with(stuck.outcome().stuck(trouble, Status.ROLLING_BACK))))
                .body()
                .path("restores")
                .path(0);

        assertThat(one.path("verified").asBoolean(true)).isFalse();
        assertThat(one.path("failure").path("code").asText())
                .isEqualTo(trouble.code().name());
    }

    private static String page(Restore restore) {
        return ask(PATH, Map.of("accept", "text/html"), List.of(restore))
                .toApiGateway()
                .getBody();
    }

    @Test
    void programs_that_take_anything_get_json() {
        HttpResponse answer = ask(PATH, Map.of("accept", "*/*"), List.of(failed(FailureCode.GONE)));

        assertThat(answer.body().isObject()).isTrue();
    }

    @Test
    void a_target_of_which_no_restore_is_known_has_no_report() {
        for (String target : List.of("orders-never", "<b>", "", "%2e%2e")) {
            HttpResponse answer = ask("/targets/" + target + "/report", Map.of("accept", "text/html"), List.of());

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body().path("code").asText()).isEqualTo("UNKNOWN_TARGET");
        }
    }

    private static Restore ended(Status how, Duration took) {
        return TestData.located(
                        StepName.ARCHIVE_SNAPSHOT,
                        TestData.settings(OBJECTIVES),
                        TestData.snapshot(TestData.LOCAL_ARN, "available"))
                .ended(how, TestData.NOW.plus(took));
    }

    private static Restore failed(FailureCode code) {
        Failure failure = new Failure(code, "A check <script> failed.");
        Restore restore = TestData.located(
                StepName.VERIFY_RESTORE, TestData.settings(), TestData.snapshot(TestData.LOCAL_ARN, "available"));
        return restore.with(Outcome.NONE.because(failure)).ended(Status.ROLLED_BACK, TestData.NOW);
    }

    private static HttpResponse ask(String path, Map<String, String> headers, List<Restore> known) {
        InMemoryRestores store = new InMemoryRestores(TestData.HOME);
        OneProfile profiles =
                new OneProfile(() -> TestData.profile(Optional.empty(), Optional.empty(), ClusterSettings.NONE));
        StepSequence plan = RestorePlan.at(TestData.HOME);
        Api api = new Api(
                store,
                views(known),
                profiles,
                new Intake(store, profiles, plan, CLOCK, entry -> {}),
                null,
                new OperatorActions(store, profiles, plan, CLOCK, entry -> {}),
                new HookAnswers(store, profiles, CLOCK, entry -> {}),
                (id, chain, delay) -> Uni.createFrom().voidItem(),
                new HttpRejections(store, CLOCK),
                TestData.HOME);
        return new ApiHandler(api)
                .answer(new HttpRequest("GET", path, Map.of(), headers, new byte[0], "ops", "call-1"));
    }

    private static RestoreViews views(List<Restore> known) {
        return new RestoreViews() {
            @Override
            public Uni<Page<Listed>> list(Query query) {
                assertThat(query.limit()).isEqualTo(30);
                return Uni.createFrom()
                        .item(new Page<>(known.stream().map(one -> listed(one)).toList(), Optional.empty()));
            }

            @Override
            public Uni<List<Restore>> retirements(int atMost) {
                throw new AssertionError("nobody asks for it");
            }

            @Override
            public Uni<Page<AuditEntry>> audit(RestoreId id, int limit, long after) {
                throw new AssertionError("nobody asks for it");
            }
        };
    }

    private static RestoreViews.Listed listed(Restore restore) {
        return new RestoreViews.Listed(
                restore.id().value(),
                restore.status().name(),
                restore.step().label(),
                restore.target(),
                restore.accepted().openedAt().toString(),
                Optional.of(restore));
    }
}
