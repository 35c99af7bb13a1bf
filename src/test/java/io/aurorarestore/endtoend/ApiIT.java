package io.aurorarestore.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTTP API by curl's eyes. */
@ExtendWith(SharedAws.Resolver.class)
class ApiIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SOURCE = "\"source\": {\"cluster\": \"orders-prod\", \"region\": \"us-west-2\"}";

    private static UserAccount account;

    @BeforeAll
    static void serve(SharedAws shared) {
        account = shared.account();
    }

    @Test
    void a_restore_is_opened_watched_and_ends() throws Exception {
        HttpResponse<String> opened = post("/restores", "{\"target\": \"orders-a\", " + SOURCE + "}", "key-a");

        assertThat(opened.statusCode()).isEqualTo(202);
        String location = opened.headers().firstValue("Location").orElseThrow();
        String id = json(opened).path("id").asText();
        assertThat(location).isEqualTo("/restores/" + id);
        JsonNode ended = UserAccount.eventually(() -> {
            JsonNode shown = json(get(location));
            return shown.path("status").asText().equals("SUCCEEDED") ? shown : null;
        });
        assertThat(ended.path("endpoint").asText()).startsWith("orders-a.cluster-local.us-east-1.rds.localhost:");
        JsonNode audit = json(get(location + "/audit?limit=2"));
        assertThat(audit.path("entries")).hasSize(2);
        JsonNode rest = json(
                get(location + "/audit?limit=100&next=" + audit.path("next").asText()));
        assertThat(rest.path("entries").get(0).path("seq").asInt()).isEqualTo(3);
    }

    @Test
    void at_the_root_the_dashboard_shows_restores_and_one_of_them() throws Exception {
        HttpResponse<String> opened = post("/restores", "{\"target\": \"orders-page\", " + SOURCE + "}", "key-page");
        String id = json(opened).path("id").asText();

        HttpResponse<String> all = get("/");
        HttpResponse<String> one = get("/?restore=" + id);

        assertThat(all.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(all.body()).contains("orders-page", "href=\"/?restore=" + id + "\"");
        assertThat(one.body()).contains("<svg class=\"timeline\"", "LocateSource", "href=\"/\"");
    }

    @Test
    void the_same_key_is_the_same_request_and_another_body_is_refused() throws Exception {
        String body = "{\"target\": \"orders-b\", " + SOURCE + "}";

        String first = json(post("/restores", body, "key-b")).path("id").asText();
        String second = json(post("/restores", body, "key-b")).path("id").asText();
        HttpResponse<String> other = post("/restores", "{\"target\": \"orders-b2\", " + SOURCE + "}", "key-b");
        HttpResponse<String> busy = post("/restores", body, "key-b3");

        assertThat(second).isEqualTo(first);
        assertProblem(other, 422, "KEY_REUSED");
        assertProblem(busy, 409, "TARGET_BUSY");
        assertThat(json(busy).path("holder").asText()).isEqualTo(first);
    }

    @Test
    void a_refused_call_is_audited_and_its_key_stays_free() throws Exception {
        post("/restores", "{\"target\": \"orders-f\"}", "key-f");
        HttpResponse<String> corrected = post("/restores", "{\"target\": \"orders-f\", " + SOURCE + "}", "key-f");

        assertThat(corrected.statusCode()).isEqualTo(202);
        assertThat(account.refusals()).anySatisfy(refused -> {
            assertThat(refused.get("key").s()).isEqualTo("key-f");
            assertThat(refused.get("code").s()).isEqualTo("INVALID_REQUEST");
            assertThat(refused.get("by").s()).isEqualTo("anonymous");
        });
    }

    @Test
    void an_operation_that_is_sent_twice_is_done_once() throws Exception {
        String id = json(post("/restores", "{\"target\": \"orders-o\", " + SOURCE + "}", "key-o"))
                .path("id")
                .asText();

        assertThat(post("/restores/" + id + "/cancel", "{}", "twice").statusCode())
                .isEqualTo(202);
        UserAccount.eventually(
                () -> json(get("/restores/" + id)).path("status").asText().equals("CANCELLED") ? true : null);

        assertThat(post("/restores/" + id + "/cancel", "{}", "twice").statusCode())
                .isEqualTo(202);
        assertProblem(post("/restores/" + id + "/cancel", "{}", "once more"), 409, "NOT_POSSIBLE_NOW");
    }

    @Test
    void the_plan_of_a_dry_run_appears_at_the_place_that_its_answer_names() throws Exception {
        HttpResponse<String> begun = post(
                "/restores?dryRun=true",
                "{\"target\": \"orders-staging\", \"replace\": \"swap\", " + SOURCE + "}",
                "key-dry");

        assertThat(begun.statusCode()).isEqualTo(202);
        JsonNode plan = plan(begun);
        assertThat(plan.path("problems")).isEmpty();
        assertThat(plan.path("settings").path("readers").path("from").asText())
                .isEqualTo("the cluster that is replaced");
        assertThat(plan.at("/estimate/billed/0").toString())
                .contains("COPY_TRANSFER", "\"quantity\":10", "from us-west-2 to us-east-1");
    }

    @Test
    void a_dry_run_finds_a_secret_that_is_not_there() throws Exception {
        account.profile(
                "no-secret", "{\"users\": [{\"secret\": \"aurora-restore/orders/nobody\", \"grant\": \"read-only\"}]}");

        JsonNode plan = plan(post(
                "/restores?dryRun=true",
                "{\"target\": \"orders-secret\", \"profile\": \"no-secret\", " + SOURCE + "}",
                "key-secret"));

        assertThat(plan.path("problems"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.path("code").asText()).isEqualTo("SECRET_UNUSABLE"));
    }

    private static JsonNode plan(HttpResponse<String> begun) throws Exception {
        String place = begun.headers().firstValue("Location").orElseThrow();
        return UserAccount.eventually(() -> {
            HttpResponse<String> answer = get(place);
            return answer.statusCode() == 200 ? json(answer) : null;
        });
    }

    @Test
    void lists_are_paged_newest_first_and_filtered() throws Exception {
        for (int number = 1; number <= 3; number++) {
            post(
                    "/restores",
                    "{\"target\": \"orders-l" + number + "\", \"source\": {\"snapshot\": \"none\"}}",
                    "l" + number);
        }

        JsonNode first = json(get("/restores?limit=1"));
        JsonNode second =
                json(get("/restores?limit=1&next=" + first.path("next").asText()));
        assertThat(first.path("restores").get(0).path("openedAt").asText())
                .isGreaterThan(second.path("restores").get(0).path("openedAt").asText());
        JsonNode ofTarget = json(get("/restores?target=orders-l2"));
        assertThat(ofTarget.path("restores")).hasSize(1);
        UserAccount.eventually(() -> json(get("/restores?target=orders-l2&status=ROLLED_BACK"))
                        .path("restores")
                        .isEmpty()
                ? null
                : true);
    }

    @Test
    void a_target_that_was_restored_has_a_report() {
        post("/restores", "{\"target\": \"orders-report\", " + SOURCE + "}", "key-report");

        JsonNode report = json(get("/targets/orders-report/report"));

        assertThat(report.path("restores").path(0).path("source").asText()).contains("orders-prod");
        assertProblem(get("/targets/orders-never/report"), 404, "UNKNOWN_TARGET");
    }

    @Test
    void it_answers_with_its_own_description() throws IOException {
        assertThat(get("/openapi.yaml").body()).isEqualTo(Files.readString(Path.of("src/main/resources/openapi.yaml")));
        assertThat(json(get("/events/restore-request.schema.json"))
                        .path("title")
                        .asText())
                .isEqualTo("Restore request");
    }

    @Test
    void profiles_are_shown_with_the_names_of_their_secrets() {
        assertThat(json(get("/profiles")).path("profiles").toString()).contains("default");
        assertThat(get("/profiles/default").body())
                .contains("aurora-restore/orders/app")
                .doesNotContain("example-password");
        assertProblem(get("/profiles/nobody"), 404, "NO_SUCH_PROFILE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{}",
                "{\"target\": \"a\"} trailing",
                "{\"target\": \"a\", \"target\": \"b\"}",
                "{\"target\": \"orders-a\", \"source\": {\"snapshot\": \"s\"}, \"colour\": \"red\"}"
            })
    void a_bad_body_is_400(String body) throws Exception {
        assertProblem(post("/restores", body, "bad"), 400, "INVALID_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/restores?limit=0",
                "/restores?limit=101",
                "/restores?limit=many",
                "/restores?status=GOOD",
                "/restores?next=bm90LW91cnM",
                "/restores?next=%25%25",
                "/restores?colour=red",
                "/restores?target=No_Name"
            })
    void a_bad_parameter_is_400(String path) {
        assertProblem(get(path), 400, "INVALID_REQUEST");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /restores/aaaaaaaaaaaa, 404",
        "GET, /restores/not-an-id, 404",
        "GET, /restores/aaaaaaaaaaaa/audit, 404",
        "POST, /restores/aaaaaaaaaaaa/cancel, 404",
        "GET, /nothing, 404",
        "DELETE, /restores, 405",
        "PUT, /profiles, 405"
    })
    void what_is_not_there_or_not_possible_is_told(String method, String path, int status) throws Exception {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(account.api() + path))
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void another_content_type_is_415() throws Exception {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(account.api() + "/restores"))
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void an_ended_restore_cannot_be_cancelled() throws Exception {
        String id = json(post("/restores", "{\"target\": \"orders-x\", \"source\": {\"snapshot\": \"none\"}}", "x"))
                .path("id")
                .asText();
        UserAccount.eventually(
                () -> json(get("/restores/" + id)).path("status").asText().equals("ROLLED_BACK") ? true : null);

        assertProblem(post("/restores/" + id + "/cancel", "{\"reason\": \"late\"}", "c"), 409, "NOT_POSSIBLE_NOW");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).path("code").asText()).isEqualTo(code);
        assertThat(json(answer).path("detail").asText()).isNotBlank();
    }

    private static HttpResponse<String> get(String path) {
        return answer(HttpRequest.newBuilder(URI.create(account.api() + path)).build());
    }

    private static HttpResponse<String> post(String path, String body, String key) {
        return answer(HttpRequest.newBuilder(URI.create(account.api() + path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** On a machine that is busy AWS may not answer in time: who calls asks again, under the same key. */
    private static HttpResponse<String> answer(HttpRequest ask) {
        return UserAccount.eventually(() -> {
            HttpResponse<String> answer = DescribedAnswers.checked(send(ask));
            return answer.statusCode() == 502 ? null : answer;
        });
    }

    private static HttpResponse<String> send(HttpRequest ask) {
        try {
            return HTTP.send(ask, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
