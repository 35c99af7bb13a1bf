package io.aurorarestore.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.docs.AwsCli;
import io.aurorarestore.json.HookAnswerReader;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.services.events.EventBridge;
import io.aurorarestore.local.template.Resource;
import io.aurorarestore.model.restore.AskedHook;
import io.aurorarestore.model.restore.HookAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The examples of {@code deploy/hooks}: their rules are those of a local event bus, and the container's program is started
 * as a process. What they answer has to come to the inbox by the service's own rule, and be understood there.
 */
class HookExamplesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String REGION = "us-east-1";
    private static final String BUS = "aurora-restore";
    private static final DeployTemplate FARGATE = DeployTemplate.of(Path.of("deploy/hooks/fargate.yaml"));
    private static final DeployTemplate STEPS = DeployTemplate.of(Path.of("deploy/hooks/step-functions.yaml"));

    private final EventBridge events = new EventBridge(Clock.systemUTC());
    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    private final List<ObjectNode> started = new ArrayList<>();
    private final List<ObjectNode> answers = new ArrayList<>();
    private final ObjectNode asking = asking();

    @BeforeEach
    void start() {
        events.createBus(REGION, BUS);
        Map<String, Object> service = properties(DeployTemplate.of(DeployTemplate.SERVICE), "RequestsRule");
        events.addRule(
                REGION,
                BUS,
                "requests",
                JSON.valueToTree(service.get("EventPattern")).toString(),
                List.of(answers::add));
        endpoint.serve("events", events.service());
        endpoint.start();
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @ParameterizedTest
    @CsvSource({"WORK=true, SUCCEEDED", "WORK=exit 3, FAILED"})
    void the_container_is_started_by_its_rule_and_answers_how_its_work_ended(String work, AskedHook.State outcome)
            throws IOException, InterruptedException {
        assumeTrue(AwsCli.found() != AwsCli.ABSENT, "there is no AWS CLI on the PATH: the program is not run");
        rule(FARGATE, "mask");

        events.bus("arn:aws:events:us-east-1:123456789012:event-bus/" + BUS).deliver(asking);
        assertThat(started).hasSize(1);
        run(environment(started.get(0)), work.substring("WORK=".length()));

        assertThat(answers).hasSize(2);
        HookAnswer begun = HookAnswerReader.ofEvent(answers.get(0).path("detail"), false);
        HookAnswer ended = HookAnswerReader.ofEvent(answers.get(1).path("detail"), true);
        assertThat(begun.percent()).hasValue(0);
        assertThat(ended.outcome()).hasValue(outcome);
        assertThat(ended.id())
                .hasToString("Optional[" + asking.path("detail").path("hookId").asText() + "]");
    }

    @Test
    void the_container_learns_where_the_database_is_and_which_secret_version_opens_it() {
        rule(FARGATE, "mask");

        events.bus("arn:aws:events:us-east-1:123456789012:event-bus/" + BUS).deliver(asking);

        JsonNode detail = asking.path("detail");
        assertThat(environment(started.get(0)))
                .containsEntry("PGHOST", detail.path("endpoint").asText())
                .containsEntry("PGPORT", "5432")
                .containsEntry("PGDATABASE", "orders")
                .containsEntry(
                        "SECRET_ARN", detail.path("masterSecret").path("arn").asText())
                .containsEntry(
                        "SECRET_VERSION",
                        detail.path("masterSecret").path("versionId").asText());
    }

    @Test
    void a_hook_of_another_name_starts_nothing() {
        rule(FARGATE, "another");
        rule(STEPS, "one-more");

        events.bus("arn:aws:events:us-east-1:123456789012:event-bus/" + BUS).deliver(asking);

        assertThat(started).isEmpty();
    }

    @Test
    void the_execution_is_started_by_its_rule_and_each_of_its_answers_is_understood() {
        rule(STEPS, "mask");

        events.bus("arn:aws:events:us-east-1:123456789012:event-bus/" + BUS).deliver(asking);

        assertThat(started).hasSize(1);
        Map<String, Object> states = Resource.asMap(
                Resource.asMap(properties(STEPS, "Execution").get("Definition")).get("States"));
        assertThat(states.keySet()).isEqualTo(reached(states, "Begin", new HashSet<>()));
        assertThat(HookAnswerReader.ofEvent(said(states, "Begin"), false).percent())
                .hasValue(0);
        assertThat(HookAnswerReader.ofEvent(said(states, "Succeed"), true).outcome())
                .hasValue(AskedHook.State.SUCCEEDED);
        assertThat(HookAnswerReader.ofEvent(said(states, "Fail"), true).outcome())
                .hasValue(AskedHook.State.FAILED);
    }

    private void rule(DeployTemplate example, String hook) {
        String pattern = JSON.valueToTree(properties(example, "HookRule").get("EventPattern"))
                .toString()
                .replace("{\"Ref\":\"Hook\"}", "\"" + hook + "\"");
        events.addRule(REGION, BUS, example.file() + hook, pattern, List.of(started::add));
    }

    /** What the rule's target makes of an event: the variables of the container. */
    private static Map<String, String> environment(ObjectNode event) {
        Map<String, Object> target =
                Resource.asMap(((List<?>) properties(FARGATE, "HookRule").get("Targets")).get(0));
        Map<String, Object> transformer = Resource.asMap(target.get("InputTransformer"));
        String input = (String) transformer.get("InputTemplate");
        for (Map.Entry<String, Object> path :
                Resource.asMap(transformer.get("InputPathsMap")).entrySet()) {
            String at = path.getValue().toString().substring(1).replace('.', '/');
            input = input.replace("<" + path.getKey() + ">", event.at(at).asText());
        }
        Map<String, String> environment = new HashMap<>();
        read(input)
                .path("containerOverrides")
                .get(0)
                .path("environment")
                .forEach(one -> environment.put(
                        one.path("name").asText(), one.path("value").asText()));
        return environment;
    }

    /** The container's program, with the AWS CLI of this machine. */
    private void run(Map<String, String> environment, String work) throws IOException, InterruptedException {
        Map<String, Object> container =
                Resource.asMap(((List<?>) properties(FARGATE, "Task").get("ContainerDefinitions")).get(0));
        List<String> command = new ArrayList<>();
        ((List<?>) container.get("EntryPoint")).forEach(part -> command.add(part.toString()));
        ((List<?>) container.get("Command")).forEach(part -> command.add(part.toString()));
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
        program.environment().putAll(environment);
        program.environment()
                .putAll(Map.of(
                        "BUS",
                        BUS,
                        "WORK",
                        work,
                        "AWS_ENDPOINT_URL",
                        endpoint.uri().toString(),
                        "AWS_DEFAULT_REGION",
                        REGION,
                        "AWS_ACCESS_KEY_ID",
                        "someone",
                        "AWS_SECRET_ACCESS_KEY",
                        "secret"));
        Process running = program.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(said).isZero();
    }

    private static Set<String> reached(Map<String, Object> states, String from, Set<String> known) {
        if (known.add(from)) {
            JsonNode state = JSON.valueToTree(states.get(from));
            state.path("Catch").forEach(one -> reached(states, one.path("Next").asText(), known));
            if (state.has("Next")) {
                reached(states, state.path("Next").asText(), known);
            }
        }
        return known;
    }

    /** What a state puts on the bus, once the service asked as in the sample. */
    private JsonNode said(Map<String, Object> states, String name) {
        ObjectNode detail = (ObjectNode) JSON.valueToTree(states.get(name))
                .path("Parameters")
                .path("Entries")
                .get(0)
                .path("Detail");
        ObjectNode said = JSON.createObjectNode();
        detail.properties().forEach(field -> {
            boolean fromInput = field.getKey().endsWith(".$");
            String path = field.getValue().asText().substring(fromInput ? 1 : 0).replace('.', '/');
            said.set(
                    field.getKey().replace(".$", ""),
                    fromInput && path.startsWith("/detail") ? asking.at(path) : field.getValue());
        });
        return said;
    }

    private static Map<String, Object> properties(DeployTemplate template, String resource) {
        return Resource.asMap(template.resource(resource).get("Properties"));
    }

    private static ObjectNode asking() {
        try {
            return (ObjectNode) JSON.readTree(Files.readString(Path.of("events/hooks/requested.json")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
