package io.aurorarestore.lambda.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.DryRunInEmptyAccount;
import io.aurorarestore.engine.InMemoryRestores;
import io.aurorarestore.engine.OneProfile;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.intake.DryRun;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.settings.ClusterSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DryRunCallsTest {

    private static final String BODY = "{\"target\":\"orders-drill\",\"source\":{\"cluster\":\"orders-prod\"}}";

    private final InMemoryRestores store = new InMemoryRestores(TestData.HOME);
    private final DryRunInEmptyAccount rehearsal = new DryRunInEmptyAccount(
            store,
            new OneProfile(() ->
                    TestData.profile(Optional.of(List.of("*")), Optional.of(List.of("*")), ClusterSettings.NONE)));
    private final ApiHandler handler = new ApiHandler(new Api(
            store,
            null,
            null,
            null,
            rehearsal.dryRun(),
            null,
            null,
            null,
            new HttpRejections(store, Clock.fixed(TestData.NOW, ZoneOffset.UTC)),
            TestData.HOME));

    @Test
    void the_plan_appears_at_the_place_that_the_answer_names() {
        HttpResponse begun = ask("call-1", BODY);
        String place = begun.headers().get("location");

        assertThat(begun.status()).isEqualTo(202);
        assertThat(place)
                .isEqualTo("/dry-runs/" + begun.body().path("id").asText())
                .isEqualTo(begun.body().path("href").asText());
        assertThat(get(place)).isEqualTo(begun);

        rehearsal.answer();

        assertThat(get(place).status()).isEqualTo(200);
        assertThat(get(place).body().path("problems")).isNotEmpty();
    }

    @Test
    void it_does_not_stay_away_for_ever() {
        String place = ask("call-1", BODY).headers().get("location");

        rehearsal.pass(DryRun.PATIENCE);

        assertThat(get(place).body().path("problems"))
                .anySatisfy(problem -> assertThat(problem.path("code").asText()).isEqualTo("TIMED_OUT"));
    }

    @Test
    void each_call_is_a_dry_run_of_its_own_even_under_the_same_key() {
        assertThat(ask("call-1", BODY)).isNotEqualTo(ask("call-2", BODY));
    }

    @Test
    void a_dry_run_is_no_restore_and_a_restore_no_dry_run() {
        HttpResponse begun = ask("call-1", BODY);
        store.put(TestData.restore(StepName.PREFLIGHT));

        assertThat(get("/restores/" + begun.body().path("id").asText()).status())
                .isEqualTo(404);
        assertThat(get("/dry-runs/" + TestData.ID).body().path("code").asText()).isEqualTo("UNKNOWN_RESTORE");
        assertThat(get("/dry-runs/none").status()).isEqualTo(404);
    }

    @Test
    void a_workflow_cannot_wait_for_a_plan_that_is_to_be_fetched() {
        HttpResponse answer = ask("call-1", BODY.replace("}}", "},\"taskToken\":\"a token\"}"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().toString()).contains("taskToken must not be there");
    }

    private HttpResponse ask(String requestId, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Map.of("content-type", "application/json", "idempotency-key", "a key");
        return handler.answer(
                new HttpRequest("POST", "/restores", Map.of("dryRun", "true"), headers, bytes, "ops", requestId));
    }

    private HttpResponse get(String path) {
        return handler.answer(new HttpRequest("GET", path, Map.of(), Map.of(), new byte[0], "ops", "a call"));
    }
}
