package io.aurorarestore.local.services.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.services.events.EventBridge;
import io.aurorarestore.local.time.VirtualTimeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;

/** {@code deploy/state-machine.asl.json}, started by AWS's own client. */
class WorkflowTest {

    private static final String EAST = "us-east-1";
    private static final String MACHINE = "arn:aws:states:us-east-1:123456789012:stateMachine:workflow";
    private static final String REQUEST =
            "{\"target\":\"a\",\"source\":{\"cluster\":\"b\"},\"replace\":\"swap\",\"profile\":\"default\"}";

    private final VirtualTimeline time = new VirtualTimeline(Instant.parse("2026-11-24T10:00:00Z"));
    private final EventBridge events = new EventBridge(Clock.systemUTC());
    private final StepFunctions stepFunctions = new StepFunctions(events, time);
    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    private final SfnClient client = new LocalClients(endpoint).in(EAST, SfnClient.builder());
    private final List<ObjectNode> requested = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        events.createBus(EAST, "bus");
        events.addRule(EAST, "bus", "requests", "{\"source\":[\"aurora-restore.client\"]}", List.of(requested::add));
        stepFunctions.create(EAST, "workflow", definition());
        stepFunctions.on(endpoint);
        endpoint.start();
    }

    private static ObjectNode definition() throws IOException {
        String text = Files.readString(Path.of("deploy/state-machine.asl.json"));
        return (ObjectNode) Json.read(text.replace("${Bus}", "bus"));
    }

    @AfterEach
    void stop() {
        client.close();
        endpoint.close();
    }

    @Test
    void it_asks_for_the_restore_with_its_token_and_waits() {
        String execution = begin(REQUEST);

        assertThat(describe(execution).status()).isEqualTo(ExecutionStatus.RUNNING);
        JsonNode event = requested.get(0);
        assertThat(event.path("detail-type").asText()).isEqualTo("Restore Requested");
        assertThat(event.path("resources")).extracting(JsonNode::asText).containsExactly(execution, MACHINE);
        JsonNode detail = event.path("detail");
        assertThat(detail.path("target").asText()).isEqualTo("a");
        assertThat(detail.at("/source/cluster").asText()).isEqualTo("b");
        assertThat(detail.path("taskToken").asText()).isNotEmpty();
        assertThat(detail.path("requestId").asText()).matches("[0-9a-f]{64}");
    }

    @Test
    void it_goes_on_when_the_restore_has_succeeded() {
        String execution = begin(REQUEST);

        client.sendTaskSuccess(end -> end.taskToken(token()).output("{\"status\":\"SUCCEEDED\"}"));

        assertThat(describe(execution).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(Json.read(describe(execution).output()).at("/restore/status").asText())
                .isEqualTo("SUCCEEDED");
        assertThat(Json.read(describe(execution).output()).path("target").asText())
                .isEqualTo("a");
    }

    @Test
    void it_fails_as_the_restore_did() {
        String execution = begin(REQUEST);

        client.sendTaskFailure(
                end -> end.taskToken(token()).error("ROLLED_BACK").cause("no capacity"));

        assertThat(describe(execution))
                .extracting(
                        DescribeExecutionResponse::status,
                        DescribeExecutionResponse::error,
                        DescribeExecutionResponse::cause)
                .containsExactly(ExecutionStatus.FAILED, "ROLLED_BACK", "no capacity");
    }

    @Test
    void heartbeats_every_quarter_of_an_hour_keep_it_waiting_up_to_its_limit_and_silence_ends_it() {
        String lively = begin(REQUEST);
        String quiet = begin(REQUEST);

        for (int quarter = 0; quarter < 40; quarter++) {
            time.advance(Duration.ofMinutes(15));
            client.sendTaskHeartbeat(beat -> beat.taskToken(token()));
        }

        assertThat(describe(lively).status()).isEqualTo(ExecutionStatus.RUNNING);
        assertThat(describe(quiet).error()).isEqualTo("States.HeartbeatTimeout");
        time.advance(Duration.ofHours(3));
        assertThat(describe(lively).status()).isEqualTo(ExecutionStatus.FAILED);
    }

    @Test
    void an_input_that_lacks_a_field_fails_at_once() {
        assertThat(describe(begin("{\"target\":\"a\"}")).error()).isEqualTo("States.ParameterPathFailure");
        assertThat(requested).isEmpty();
    }

    @Test
    void a_bus_that_is_not_there_fails_it() throws IOException {
        var elsewhere = Json.read(definition().toString().replace("\"bus\"", "\"nowhere\""));
        stepFunctions.create(EAST, "workflow", (ObjectNode) elsewhere);

        assertThat(describe(begin(REQUEST)).error()).isEqualTo("EventBridge.FailedEntry");
    }

    @Test
    void an_execution_is_known_by_its_name() {
        String first = client.startExecution(
                        start -> start.stateMachineArn(MACHINE).name("n").input(REQUEST))
                .executionArn();

        assertThat(client.startExecution(start ->
                                start.stateMachineArn(MACHINE).name("n").input(REQUEST))
                        .executionArn())
                .isEqualTo(first);
        assertThat(requested).hasSize(1);
        assertThatThrownBy(() -> client.startExecution(
                        start -> start.stateMachineArn(MACHINE).name("n").input("{}")))
                .isInstanceOf(ExecutionAlreadyExistsException.class);
    }

    @Test
    void what_is_not_there_or_no_input_is_refused() {
        assertThatThrownBy(() -> client.startExecution(start -> start.stateMachineArn(MACHINE + "s")))
                .isInstanceOf(StateMachineDoesNotExistException.class);
        assertThatThrownBy(() -> begin("[")).isInstanceOf(InvalidExecutionInputException.class);
        assertThatThrownBy(() -> describe("arn:none")).isInstanceOf(ExecutionDoesNotExistException.class);
    }

    @Test
    void a_state_it_cannot_run_is_refused_by_name() {
        var wait = (ObjectNode)
                Json.read("{\"StartAt\":\"W\",\"States\":{\"W\":{\"Type\":\"Wait\",\"Seconds\":1,\"End\":true}}}");

        assertThatThrownBy(() -> stepFunctions.create(EAST, "waiting", wait)).hasMessageContaining("W: Wait");
    }

    @Test
    void a_task_that_would_end_in_another_way_is_refused() throws IOException {
        var endless = definition();
        ((ObjectNode) endless.at("/States/Restore")).remove("TimeoutSeconds");
        var picky = definition();
        ((ArrayNode) picky.at("/States/Restore/Catch/0/ErrorEquals")).set(0, "States.Timeout");

        assertThatThrownBy(() -> stepFunctions.create(EAST, "endless", endless)).hasMessageContaining("Restore: Task");
        assertThatThrownBy(() -> stepFunctions.create(EAST, "picky", picky)).hasMessageContaining("Restore: Task");
    }

    private String begin(String input) {
        return client.startExecution(start -> start.stateMachineArn(MACHINE).input(input))
                .executionArn();
    }

    private String token() {
        return requested.get(0).at("/detail/taskToken").asText();
    }

    private DescribeExecutionResponse describe(String execution) {
        return client.describeExecution(ask -> ask.executionArn(execution));
    }
}
