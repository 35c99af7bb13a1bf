package io.aurorarestore.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/**
 * What starts a restore besides a request of somebody: a schedule, a new snapshot, a workflow; who hears of it, and who
 * works on it besides.
 */
@ExtendWith(SharedAws.Resolver.class)
class DoorsIT {

    private static UserAccount account;
    private static Path logs;

    @BeforeAll
    static void serve(SharedAws shared) {
        account = shared.account();
        logs = shared.work().resolve("logs");
    }

    @Test
    void the_nightly_schedule_restores_the_latest_snapshot() {
        account.post("/_local/schedules/aurora-restore-nightly/run", "");

        ended("orders-night", "SUCCEEDED");
    }

    @Test
    void a_new_automated_snapshot_of_another_region_starts_the_profiles_restore() {
        account.profile(
                "drills",
                "{\"onSnapshot\":[{\"cluster\":\"orders-prod\",\"region\":\"us-west-2\",\"target\":\"orders-react\"}]}");
        account.post("/_local/rds/clusters/us-west-2/orders-prod/automated-snapshot", "");

        ended("orders-react", "SUCCEEDED");
        assertThat(account.restores())
                .filteredOn(restore -> restore.get("target").s().equals("orders-react"))
                .hasSize(1);
    }

    @Test
    void a_workflow_goes_on_when_its_restore_has_succeeded() {
        account.startExecution("good", """
                {"target": "orders-flow", "source": {"cluster": "orders-prod", "region": "us-west-2"},
                 "replace": "refuse", "profile": "default"}""");

        DescribeExecutionResponse execution = account.execution("good");
        assertThat(execution.statusAsString()).isEqualTo("SUCCEEDED");
        assertThat(execution.output()).contains("orders-flow", "SUCCEEDED");
        assertThat(account.local("/_local/tasks").path("tasks"))
                .allSatisfy(task -> assertThat(logs() + account.sns() + account.refusals())
                        .doesNotContain(task.path("taskToken").asText()));
    }

    @Test
    void a_workflow_whose_request_is_refused_fails_with_the_code() {
        account.startExecution("bad", """
                {"target": "Orders!", "source": {"cluster": "orders-prod"}, "replace": "refuse", "profile": "default"}""");

        DescribeExecutionResponse execution = account.execution("bad");
        assertThat(execution.statusAsString()).isEqualTo("FAILED");
        assertThat(execution.error()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    void the_bus_hears_of_every_change_of_state_and_the_status_topic_of_news() throws Exception {
        account.request(
                "{\"target\": \"orders-news\", \"source\": {\"cluster\": \"orders-prod\", \"region\": \"us-west-2\"}}");

        Eventually.that(() -> assertThat(changesOf("orders-news"))
                .last()
                .satisfies(last -> assertThat(last.path("status").asText()).isEqualTo("SUCCEEDED")));
        assertThat(changesOf("orders-news"))
                .extracting(change -> change.path("step").asText())
                .contains("CopySnapshot", "CreateInstances");
        account.told(news -> news.path("topicArn").asText().endsWith("aurora-restore-status")
                && news.path("message").asText().contains("orders-news"));
    }

    @Test
    void a_restore_asks_for_its_hooks_and_goes_on_when_one_answers_by_event_and_one_by_http() throws Exception {
        account.profile("hooked", """
                {"hooks": [{"name": "mask", "after": "ConfigureDatabase", "answerBy": "event"},
                           {"name": "refresh", "after": "VerifyEndpoint"}]}""");
        account.request("{\"target\": \"orders-hooked\", \"profile\": \"hooked\","
                + " \"source\": {\"cluster\": \"orders-prod\", \"region\": \"us-west-2\"}}");

        JsonNode mask = asked("orders-hooked", "mask");
        assertThat(mask.path("cluster").asText()).endsWith("-new");
        assertThat(mask.at("/masterSecret/versionId").asText()).isNotEmpty();
        account.publish(
                "Restore Hook Completed",
                "{\"hookId\": \"" + mask.path("hookId").asText() + "\", \"outcome\": \"SUCCEEDED\"}");

        JsonNode refresh = asked("orders-hooked", "refresh");
        assertThat(refresh.path("cluster").asText()).isEqualTo("orders-hooked");
        assertThat(changesOf("orders-hooked")).noneMatch(DoorsIT::isEnd);
        String path = "/restores/" + refresh.path("restoreId").asText() + "/hooks/refresh";
        assertThat(HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(account.api() + path))
                                        .header("content-type", "application/json")
                                        .POST(BodyPublishers.ofString("{\"outcome\": \"SUCCEEDED\"}"))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(202);

        ended("orders-hooked", "SUCCEEDED");
    }

    private static boolean isEnd(JsonNode change) {
        return change.path("status").asText().equals("SUCCEEDED");
    }

    private static JsonNode asked(String target, String hook) {
        return UserAccount.eventually(() -> published("Restore Hook Requested", target).stream()
                .filter(detail -> detail.path("hook").asText().equals(hook))
                .findFirst()
                .orElse(null));
    }

    private static List<JsonNode> changesOf(String target) {
        return published("Restore State Changed", target);
    }

    private static List<JsonNode> published(String detailType, String target) {
        return StreamSupport.stream(account.local("/_local/events").spliterator(), false)
                .map(published -> published.path("event"))
                .filter(event -> event.path("detail-type").asText().equals(detailType))
                .map(event -> event.path("detail"))
                .filter(detail -> detail.path("target").asText().equals(target))
                .toList();
    }

    private static String logs() {
        try (Stream<Path> files = Files.list(logs)) {
            return files.map(DoorsIT::read).collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void ended(String target, String status) {
        UserAccount.eventually(() -> account.restores().stream()
                .filter(restore -> restore.get("target").s().equals(target))
                .filter(restore -> restore.get("status").s().equals(status))
                .findFirst()
                .orElse(null));
    }
}
