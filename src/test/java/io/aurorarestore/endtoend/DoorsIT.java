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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** What starts a restore besides a request of somebody: a schedule, a new snapshot, a workflow; and who hears of it. */
class DoorsIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path work;

    private static LocalProgram program;
    private static Account account;

    @BeforeAll
    static void serve() throws Exception {
        program = LocalProgram.start(
                work,
                "-Dlocal.request=none",
                "-Dlocal.speed=400",
                "-Dlocal.auth=iam",
                "-Dlocal.parameters=NightlyTarget=orders-night,NightlySource=orders-prod,"
                        + "NightlySourceRegion=us-west-2");
        account = program.account();
    }

    @AfterAll
    static void end() throws Exception {
        program.close();
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

    private static List<JsonNode> changesOf(String target) {
        return StreamSupport.stream(account.local("/_local/events").spliterator(), false)
                .map(published -> published.path("event"))
                .filter(event -> event.path("detail-type").asText().equals("Restore State Changed"))
                .map(event -> event.path("detail"))
                .filter(detail -> detail.path("target").asText().equals(target))
                .toList();
    }

    private static String logs() {
        try (Stream<Path> files = Files.list(work.resolve("logs"))) {
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

    @Test
    void the_http_api_answers_only_who_signs_and_knows_them_by_their_arn() throws Exception {
        HttpRequest.Builder ask = HttpRequest.newBuilder(URI.create(account.api() + "/restores"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"target\": \"orders-signed\", \"source\": {\"snapshot\": \"none\"}}"));
        assertThat(HTTP.send(ask.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(403);

        ask.header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=alice/20261126/us-east-1/execute-api/aws4_request, SignedHeaders=host,"
                        + " Signature=00");
        assertThat(HTTP.send(ask.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(202);
        ended("orders-signed", "ROLLED_BACK");
        assertThat(account.audit(account.restoreOf("orders-signed").get("id").s()))
                .anySatisfy(entry -> assertThat(entry.get("by").s()).isEqualTo("arn:aws:iam::123456789012:user/alice"));
    }

    private static void ended(String target, String status) {
        Account.eventually(() -> account.restores().stream()
                .filter(restore -> restore.get("target").s().equals(target))
                .filter(restore -> restore.get("status").s().equals(status))
                .findFirst()
                .orElse(null));
    }
}
