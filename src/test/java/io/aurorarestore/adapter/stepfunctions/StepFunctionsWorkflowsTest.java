package io.aurorarestore.adapter.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.adapter.Configured;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.LocalHttp;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.services.events.EventBridge;
import io.aurorarestore.local.services.states.StepFunctions;
import io.aurorarestore.local.time.VirtualTimeline;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Outcome;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.port.CallFailedException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnAsyncClient;

class StepFunctionsWorkflowsTest {

    private static final Restore RUNNING = TestData.restore(StepName.ARCHIVE_SNAPSHOT);

    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    private final LocalHttp http = new LocalHttp(endpoint);
    private final SfnAsyncClient client =
            new LocalClients(endpoint).async(TestData.HOME.region(), SfnAsyncClient.builder());
    private final StepFunctionsWorkflows workflows =
            new StepFunctionsWorkflows(client, Configured.with(Map.of("environment", "drill")));

    @BeforeEach
    void start() {
        new StepFunctions(new EventBridge(Clock.systemUTC()), new VirtualTimeline(TestData.NOW)).on(endpoint);
        endpoint.start();
    }

    @AfterEach
    void stop() {
        client.close();
        endpoint.close();
    }

    @Test
    void a_restore_that_succeeded_lets_the_task_succeed_with_what_is_told() {
        Sensitive token = token();

        workflows.end(token, ended(Outcome.NONE, Status.SUCCEEDED)).await().indefinitely();

        assertThat(task().path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(task().at("/output/restoreId").asText())
                .isEqualTo(RUNNING.id().value());
        assertThat(task().at("/output/environment").asText()).isEqualTo("drill");
    }

    @Test
    void any_other_end_lets_it_fail_with_the_code_and_the_cause() {
        Failure why = new Failure(FailureCode.SNAPSHOT_NOT_FOUND, "There is no such snapshot.");

        workflows
                .end(token(), ended(Outcome.NONE.because(why), Status.ROLLED_BACK))
                .await()
                .indefinitely();

        assertThat(task().path("status").asText()).isEqualTo("FAILED");
        assertThat(task().path("error").asText()).isEqualTo("SNAPSHOT_NOT_FOUND");
        assertThat(task().path("cause").asText()).contains("There is no such snapshot.", "undone");
    }

    @Test
    void a_heartbeat_says_that_the_restore_lives() {
        workflows.heartbeat(token()).await().indefinitely();

        assertThat(task().path("heartbeats").asInt()).isEqualTo(1);
    }

    @Test
    void an_execution_that_does_not_wait_any_more_is_no_failure() {
        Sensitive token = token();
        workflows.end(token, ended(Outcome.NONE, Status.SUCCEEDED)).await().indefinitely();

        workflows.end(token, ended(Outcome.NONE, Status.SUCCEEDED)).await().indefinitely();
        workflows.heartbeat(token).await().indefinitely();
        workflows.heartbeat(new Sensitive("no token at all")).await().indefinitely();

        assertThat(task().path("heartbeats").asInt()).isZero();
    }

    @Test
    void an_end_with_too_much_to_tell_is_cut() {
        List<String> warnings = IntStream.range(0, 1000)
                .mapToObj(number -> number + " cannot be kept ".repeat(80))
                .toList();

        Outcome warned = new Outcome(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, false, warnings);

        workflows.end(token(), ended(warned, Status.SUCCEEDED)).await().indefinitely();

        assertThat(task().path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(task().at("/output/warnings").get(0).asText()).contains("cut");
    }

    @Test
    void no_answer_is_tried_again_and_does_not_show_the_token() {
        Sensitive token = token();
        endpoint.close();

        assertThatThrownBy(() -> workflows.heartbeat(token).await().indefinitely())
                .isInstanceOfSatisfying(CallFailedException.class, failed -> {
                    assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.RETRY);
                    assertThat(failed.getMessage()).doesNotContain(token.reveal());
                });
    }

    private static Announcement ended(Outcome outcome, Status status) {
        return Announcement.endOf(RUNNING.with(outcome).ended(status, TestData.NOW));
    }

    private Sensitive token() {
        return new Sensitive(Json.read(http.post("/_local/tasks", "").body())
                .path("taskToken")
                .asText());
    }

    private JsonNode task() {
        return http.get("/_local/tasks/task-1");
    }
}
