package io.aurorarestore.adapter.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.adapter.Configured;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.services.events.EventBridge;
import io.aurorarestore.local.template.Resource;
import io.aurorarestore.local.template.Template;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Outcome;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.notification.StateChange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.eventbridge.EventBridgeAsyncClient;

/** The example for chats: its rules are those of a local event bus, on which the service tells how a restore ended. */
class ChatExampleTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PLACE = Pattern.compile("<(\\w+)>");
    private static final String SAID = "A check \"of rows\" does not hold.";

    private final Map<String, Object> resources = Resource.asMap(body().get("Resources"));
    private final String statuses = Resource.asMap(
                    Resource.asMap(body().get("Parameters")).get("Statuses"))
            .get("Default")
            .toString();
    private final List<ObjectNode> delivered = new ArrayList<>();
    private final EventBridge events = new EventBridge(Clock.systemUTC());
    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    private final EventBridgeAsyncClient client =
            new LocalClients(endpoint).async(TestData.HOME.region(), EventBridgeAsyncClient.builder());

    @BeforeEach
    void start() {
        events.createBus(TestData.HOME.region(), "aurora-restore");
        endpoint.serve("events", events.service());
        endpoint.start();
    }

    @AfterEach
    void stop() {
        client.close();
        endpoint.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ChatRule, 0, /content/title, /content/description",
        "WebhookRule, 1, /text, /attachments/0/text",
        "WebhookRule, 0, /attachments/0/content/body/0/text, /attachments/0/content/body/1/text"
    })
    void a_chat_is_told_which_target_ended_how_and_why(String rule, int variant, String title, String text)
            throws JsonProcessingException {
        listen(rule);

        tell(Status.ROLLED_BACK);

        assertThat(delivered).hasSize(1);
        JsonNode message = JSON.readTree(transformed(rule, variant, delivered.get(0)));
        assertThat(message.at(title).asText()).isEqualTo("orders-drill: ROLLED_BACK");
        assertThat(message.at(text).asText()).contains(SAID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ChatRule", "WebhookRule"})
    void steps_on_the_way_are_not_told(String rule) {
        listen(rule);

        tell(Status.RUNNING);

        assertThat(delivered).isEmpty();
    }

    private void listen(String rule) {
        String pattern = JSON.valueToTree(properties(rule).get("EventPattern"))
                .toString()
                .replace("{\"Ref\":\"Statuses\"}", "[\"" + statuses.replace(",", "\",\"") + "\"]");
        events.addRule(TestData.HOME.region(), "aurora-restore", rule, pattern, List.of(delivered::add));
    }

    private void tell(Status status) {
        Restore restore = TestData.restore(StepName.VERIFY_RESTORE)
                .with(Outcome.NONE.because(new Failure(FailureCode.VERIFICATION_FAILED, SAID)));
        Restore now = status.terminal() ? restore.ended(status, TestData.NOW) : restore;
        new EventBridgeStateChanges(
                        new RestoreEvents(client, Configured.with(Map.of("bus", "aurora-restore")), TestData.HOME))
                .publish(List.of(StateChange.of(now)))
                .await()
                .indefinitely();
    }

    /**
     * As EventBridge does: within quotes a value stands as it is, else as JSON.
     *
     * @param variant of the template, where a condition chooses one
     */
    private String transformed(String rule, int variant, JsonNode event) {
        Map<String, Object> target = Resource.asMap(((List<?>) properties(rule).get("Targets")).get(0));
        Map<String, Object> transformer = Resource.asMap(target.get("InputTransformer"));
        Object template = transformer.get("InputTemplate");
        String input = template instanceof String one
                ? one
                : ((List<?>) Resource.asMap(template).get("Fn::If"))
                        .get(variant + 1)
                        .toString();
        Map<String, Object> paths = Resource.asMap(transformer.get("InputPathsMap"));
        return PLACE.matcher(input).replaceAll(place -> {
            String path = paths.get(place.group(1)).toString();
            JsonNode value = event.at(path.substring(1).replace('.', '/'));
            assertThat(value.isTextual()).as(path).isTrue();
            String before = input.substring(0, place.start());
            boolean quoted = before.chars().filter(one -> one == '"').count() % 2 == 1;
            return Matcher.quoteReplacement(quoted ? value.asText() : value.toString());
        });
    }

    private Map<String, Object> properties(String resource) {
        return Resource.asMap(Resource.asMap(resources.get(resource)).get("Properties"));
    }

    private static Map<String, Object> body() {
        try {
            return Template.body(Path.of("deploy/chat.yaml"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
