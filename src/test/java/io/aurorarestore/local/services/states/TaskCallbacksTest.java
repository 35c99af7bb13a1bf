package io.aurorarestore.local.services.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.LocalHttp;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.services.events.EventBridge;
import io.aurorarestore.local.time.VirtualTimeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.InvalidOutputException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/** AWS's own client as the holder of a token. */
class TaskCallbacksTest {

    private final VirtualTimeline time = new VirtualTimeline(Instant.parse("2026-11-24T10:00:00Z"));
    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    private final LocalHttp http = new LocalHttp(endpoint);
    private final SfnClient client = new LocalClients(endpoint).in("us-east-1", SfnClient.builder());

    @BeforeEach
    void start() {
        new StepFunctions(new EventBridge(Clock.systemUTC()), time).on(endpoint);
        endpoint.start();
    }

    @AfterEach
    void stop() {
        client.close();
        endpoint.close();
    }

    @Test
    void a_task_lives_until_its_token_comes_back_with_a_success() {
        String token = begin("");
        assertThat(http.get("/_local/tasks/" + token).path("status").asText()).isEqualTo("RUNNING");

        client.sendTaskHeartbeat(beat -> beat.taskToken(token));
        client.sendTaskHeartbeat(beat -> beat.taskToken(token));
        client.sendTaskSuccess(end -> end.taskToken(token).output("{\"status\":\"SUCCEEDED\"}"));

        JsonNode task = http.get("/_local/tasks/task-1");
        assertThat(task.path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(task.path("heartbeats").asInt()).isEqualTo(2);
        assertThat(task.at("/output/status").asText()).isEqualTo("SUCCEEDED");
        assertThat(task.path("taskToken").asText()).isEqualTo(token);
    }

    @Test
    void or_with_a_failure() {
        String token = begin("");

        client.sendTaskFailure(
                end -> end.taskToken(token).error("SNAPSHOT_NOT_FOUND").cause("there is none"));

        JsonNode task = http.get("/_local/tasks/" + token);
        assertThat(task.path("status").asText()).isEqualTo("FAILED");
        assertThat(task.path("error").asText()).isEqualTo("SNAPSHOT_NOT_FOUND");
        assertThat(task.path("cause").asText()).isEqualTo("there is none");
    }

    @Test
    void after_its_end_every_call_is_too_late_and_changes_nothing() {
        String token = begin("");
        client.sendTaskSuccess(end -> end.taskToken(token).output("1"));

        assertThatThrownBy(
                        () -> client.sendTaskSuccess(end -> end.taskToken(token).output("2")))
                .isInstanceOf(TaskTimedOutException.class);
        assertThatThrownBy(() -> client.sendTaskFailure(end -> end.taskToken(token)))
                .isInstanceOf(TaskTimedOutException.class);
        assertThatThrownBy(() -> client.sendTaskHeartbeat(beat -> beat.taskToken(token)))
                .isInstanceOf(TaskTimedOutException.class);
        JsonNode task = http.get("/_local/tasks/" + token);
        assertThat(task.path("output").asInt()).isEqualTo(1);
        assertThat(task.path("heartbeats").asInt()).isZero();
    }

    @Test
    void a_task_that_is_not_heard_of_for_too_long_has_timed_out() {
        String quiet = begin("{\"heartbeatSeconds\":60}");
        String lively = begin("{\"heartbeatSeconds\":60}");

        time.advance(Duration.ofSeconds(50));
        client.sendTaskHeartbeat(beat -> beat.taskToken(lively));
        time.advance(Duration.ofSeconds(50));

        assertThat(http.get("/_local/tasks/" + lively).path("status").asText()).isEqualTo("RUNNING");
        assertThat(http.get("/_local/tasks/" + quiet).path("status").asText()).isEqualTo("TIMED_OUT");
        assertThat(http.get("/_local/tasks/" + quiet).path("error").asText()).isEqualTo("States.HeartbeatTimeout");
        assertThatThrownBy(() -> client.sendTaskHeartbeat(beat -> beat.taskToken(quiet)))
                .isInstanceOf(TaskTimedOutException.class);
    }

    @Test
    void what_is_no_token_or_nobodys_is_refused() {
        String token = begin("");

        assertThatThrownBy(() -> client.sendTaskHeartbeat(beat -> beat.taskToken("mine")))
                .isInstanceOf(InvalidTokenException.class);
        assertThatThrownBy(() -> client.sendTaskHeartbeat(beat -> beat.taskToken(token + "0")))
                .isInstanceOf(TaskDoesNotExistException.class);
        assertThatThrownBy(() -> client.sendTaskHeartbeat(beat -> {})).satisfies(this::isValidation);
    }

    @Test
    void an_output_is_json() {
        String token = begin("");

        assertThatThrownBy(
                        () -> client.sendTaskSuccess(end -> end.taskToken(token).output("done")))
                .isInstanceOf(InvalidOutputException.class);
        assertThatThrownBy(
                        () -> client.sendTaskSuccess(end -> end.taskToken(token).output(" ")))
                .isInstanceOf(InvalidOutputException.class);
        assertThatThrownBy(() -> client.sendTaskSuccess(end -> end.taskToken(token)))
                .satisfies(this::isValidation);
        assertThatThrownBy(
                        () -> client.sendTaskFailure(end -> end.taskToken(token).error("x".repeat(257))))
                .satisfies(this::isValidation);
        assertThat(http.get("/_local/tasks/" + token).path("status").asText()).isEqualTo("RUNNING");
    }

    @Test
    void the_routes_refuse_what_they_cannot_do() {
        assertThat(http.post("/_local/tasks", "{\"heartbeatSeconds\":0}").statusCode())
                .isEqualTo(400);
        assertThat(http.get("/_local/tasks/task-9").path("error").asText()).contains("task-9");
        assertThat(http.get("/_local/tasks").path("tasks")).isEmpty();
    }

    private void isValidation(Throwable error) {
        assertThat(((SfnException) error).awsErrorDetails().errorCode()).isEqualTo("ValidationException");
    }

    private String begin(String body) {
        return Json.read(http.post("/_local/tasks", body).body())
                .path("taskToken")
                .asText();
    }
}
