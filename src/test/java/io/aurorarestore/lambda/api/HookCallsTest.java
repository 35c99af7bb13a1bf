package io.aurorarestore.lambda.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.InMemoryRestores;
import io.aurorarestore.engine.OneProfile;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.intake.HookAnswers;
import io.aurorarestore.json.ProfileReader;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AskedHook;
import io.aurorarestore.model.restore.AskedHooks;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Hook;
import io.aurorarestore.model.settings.Settings;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HookCallsTest {

    private static final String WORKER = "arn:aws:sts::123456789012:assumed-role/worker/x";
    private static final String MASK = "/restores/" + TestData.ID + "/hooks/mask";
    private static final Clock CLOCK = Clock.fixed(TestData.NOW, ZoneOffset.UTC);
    private static final Hook HOOK =
            new Hook("mask", Hook.Place.AFTER, StepName.CONFIGURE_DATABASE, Duration.ofHours(6), false);

    private final InMemoryRestores store = new InMemoryRestores(TestData.HOME);
    private final OneProfile profiles =
            new OneProfile(() -> ProfileReader.read("{\"allowedCallers\":[\"*:assumed-role/worker/*\"]}"));
    private final List<RestoreId> woken = new ArrayList<>();
    private final ApiHandler handler = new ApiHandler(new Api(
            store,
            null,
            null,
            null,
            null,
            null,
            new HookAnswers(store, profiles, CLOCK, entry -> {}),
            (id, chain, delay) -> Uni.createFrom().voidItem().invoke(() -> woken.add(id)),
            new HttpRejections(store, CLOCK),
            TestData.HOME));

    @BeforeEach
    void a_restore_has_asked_for_its_hook() {
        Settings plain = TestData.settings();
        Restore restore = TestData.restore(
                StepName.VERIFY_RESTORE,
                new Settings(
                        plain.allowedSources(),
                        plain.asked(),
                        plain.origins(),
                        plain.database(),
                        Map.of(),
                        List.of(HOOK)));
        store.put(restore.with(AskedHooks.NONE.with(AskedHook.at(restore.idOf(HOOK), TestData.NOW))));
    }

    @Test
    void a_signed_call_answers_a_hook_and_wakes_its_restore() {
        HttpResponse answer = call(MASK, "{\"outcome\":\"SUCCEEDED\",\"message\":\"4711 rows\"}", WORKER);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(asked().state()).isEqualTo(AskedHook.State.SUCCEEDED);
        assertThat(asked().message()).isEqualTo("4711 rows");
        assertThat(woken).containsExactly(TestData.ID);
    }

    @Test
    void how_far_it_is_wakes_nobody() {
        assertThat(call(MASK, "{\"percent\":40}", WORKER).status()).isEqualTo(202);

        assertThat(asked().percent()).hasValue(40);
        assertThat(woken).isEmpty();
    }

    @Test
    void a_restore_is_shown_with_its_hooks() {
        call(MASK, "{\"percent\":40}", WORKER);

        HttpResponse shown = handler.answer(request("GET", "/restores/" + TestData.ID, "", WORKER));

        assertThat(shown.body().toString()).contains("\"hooks\"", TestData.ID + "/mask/1", "\"percent\":40");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mask | {\"outcome\":\"SUCCEEDED\"} | somebody | 403 | CALLER_NOT_ALLOWED",
                "other | {\"outcome\":\"SUCCEEDED\"} | worker | 404 | NOTHING_HERE",
                "mask | {\"outcome\":\"DONE\"} | worker | 400 | INVALID_REQUEST",
                "mask | {} | worker | 400 | INVALID_REQUEST",
                "mask | {\"percent\":101} | worker | 400 | INVALID_REQUEST",
                "mask | {\"outcome\":\"FAILED\",\"rows\":1} | worker | 400 | INVALID_REQUEST",
                "mask | {\"outcome\":\"FAILED\",\"hookId\":\"0123456789ab/mask/7\"} | worker | 409 | NOT_POSSIBLE_NOW"
            })
    void what_is_not_taken_is_a_problem_with_a_code(String hook, String body, String who, int status, String code) {
        String by = who.equals("worker") ? WORKER : "arn:aws:iam::123456789012:user/" + who;

        HttpResponse answer = call("/restores/" + TestData.ID + "/hooks/" + hook, body, by);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().toString()).contains(code);
        assertThat(asked().unanswered()).isTrue();
    }

    private AskedHook asked() {
        return store.load(TestData.ID)
                .await()
                .indefinitely()
                .orElseThrow()
                .hooks()
                .of("mask")
                .orElseThrow();
    }

    private HttpResponse call(String path, String body, String by) {
        return handler.answer(request("POST", path, body, by));
    }

    private static HttpRequest request(String method, String path, String body, String by) {
        Map<String, String> headers = Map.of("content-type", "application/json");
        return new HttpRequest(method, path, Map.of(), headers, body.getBytes(StandardCharsets.UTF_8), by, "call-1");
    }
}
