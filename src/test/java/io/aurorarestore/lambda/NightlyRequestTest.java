package io.aurorarestore.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.json.RequestReader;
import io.aurorarestore.local.services.events.EventBridge;
import io.aurorarestore.local.services.scheduler.Scheduler;
import io.aurorarestore.local.template.Place;
import io.aurorarestore.local.template.Resource;
import io.aurorarestore.local.template.Template;
import io.aurorarestore.local.time.VirtualTimeline;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.settings.ReplaceMode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The deployed schedule, and what the service makes of its requests. */
class NightlyRequestTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String EAST = "us-east-1";
    private static final Map<String, String> NIGHTLY =
            Map.of("NightlyTarget", "orders-staging", "NightlySource", "orders-prod");

    private final VirtualTimeline time = new VirtualTimeline(Instant.parse("2026-11-24T10:00:00Z"));
    private final EventBridge events = new EventBridge(Clock.systemUTC());
    private final List<ObjectNode> inbox = new ArrayList<>();

    @Test
    void there_is_no_schedule_unless_a_target_is_named() throws IOException {
        Template template = template(Map.of());

        assertThat(template.all("AWS::Scheduler::Schedule")).isEmpty();
        assertThat(template.all("AWS::IAM::Role"))
                .extracting(Resource::logicalId)
                .doesNotContain("NightlyRole");
    }

    @Test
    void a_target_needs_a_source() {
        assertThatThrownBy(() -> template(Map.of("NightlyTarget", "orders-staging")))
                .hasMessageContaining("NightlyTarget needs NightlySource or NightlySourceId");
    }

    @Test
    void every_night_has_one_request_that_fits_the_schema_and_its_own_key() throws IOException {
        deploy(NIGHTLY);

        time.advance(Duration.ofDays(2));

        assertThat(inbox).hasSize(2);
        for (ObjectNode event : inbox) {
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(JSON.readTree(Path.of("src/main/resources/events/restore-request.schema.json")
                                    .toFile()))
                            .validate(event.path("detail")))
                    .isEmpty();
        }
        assertThat(inbox)
                .extracting(event -> requested(event).request().sender().key())
                .containsExactly(
                        "nightly-orders-staging-2026-11-25T03:00:00Z", "nightly-orders-staging-2026-11-26T03:00:00Z");
    }

    @Test
    void it_asks_for_a_swap_with_the_latest_snapshot_of_the_source() throws IOException {
        deploy(with("NightlySourceRegion", "us-west-2", "NightlyProfile", "masked"));

        time.advance(Duration.ofDays(1));

        RestoreRequest request = request(inbox.get(0));
        assertThat(request.target()).isEqualTo("orders-staging");
        assertThat(request.replace()).isEqualTo(ReplaceMode.SWAP);
        assertThat(request.profile()).isEqualTo("masked");
        assertThat(request.source().toString()).contains("orders-prod", "us-west-2");
    }

    @ParameterizedTest
    @CsvSource({"clone, a clone of cluster orders-prod", "latest, cluster orders-prod as of its latest restorable time"
    })
    void it_may_ask_for_a_clone_or_for_the_latest_restorable_time(String from, String source) throws IOException {
        deploy(with("NightlyFrom", from, "NightlyProfile", "masked"));

        time.advance(Duration.ofDays(1));

        assertThat(request(inbox.get(0)).source().description()).isEqualTo(source);
    }

    @Test
    void it_may_ask_for_the_data_of_its_very_time() throws IOException {
        deploy(with("NightlyFrom", "scheduled", "NightlyAt", "cron(0 0 * * ? *)"));

        time.advance(Duration.ofDays(1));

        assertThat(request(inbox.get(0)).source().description())
                .isEqualTo("cluster orders-prod as of 2026-11-25T00:00:00Z");
    }

    @Test
    void it_may_name_its_source_by_the_resource_id() throws IOException {
        deploy(Map.of(
                "NightlyTarget", "orders-staging",
                "NightlySourceId", "cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
                "NightlyFrom", "latest"));

        time.advance(Duration.ofDays(1));

        assertThat(request(inbox.get(0)).source().description())
                .isEqualTo("cluster cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ as of its latest restorable time");
    }

    @Test
    void a_resource_id_stands_alone_and_has_no_snapshots_or_clones() {
        assertThatThrownBy(() -> template(with("NightlySourceId", "cluster-A", "NightlyFrom", "latest")))
                .hasMessageContaining("do not go together");
        assertThatThrownBy(() -> template(Map.of("NightlyTarget", "orders-staging", "NightlySourceId", "cluster-A")))
                .hasMessageContaining("NightlyFrom=latest or scheduled only");
    }

    @Test
    void which_rds_does_within_a_region_only() {
        assertThatThrownBy(() -> template(with("NightlyFrom", "clone", "NightlySourceRegion", "us-west-2")))
                .hasMessageContaining("NightlyFrom=snapshot only");
    }

    @Test
    void without_a_source_region_it_is_the_services_own() throws IOException {
        deploy(NIGHTLY);

        time.advance(Duration.ofDays(1));

        assertThat(inbox.get(0).at("/detail/source/region").asText()).isEqualTo(EAST);
    }

    @Test
    void the_time_is_that_of_the_zone() throws IOException {
        deploy(with("NightlyAt", "cron(30 1 ? * MON-FRI *)", "NightlyTimezone", "Europe/Berlin"));

        time.advance(Duration.ofDays(1));

        assertThat(requested(inbox.get(0)).request().sender().key())
                .isEqualTo("nightly-orders-staging-2026-11-25T00:30:00Z");
    }

    private static Map<String, String> with(String name, String value, String other, String otherValue) {
        Map<String, String> all = new HashMap<>(NIGHTLY);
        all.putAll(Map.of(name, value, other, otherValue));
        return all;
    }

    private void deploy(Map<String, String> parameters) throws IOException {
        Template template = template(parameters);
        Resource rule = template.all("AWS::Events::Rule").stream()
                .filter(one -> one.logicalId().equals("RequestsRule"))
                .findFirst()
                .orElseThrow();
        events.createBus(EAST, "aurora-restore");
        String pattern = JSON.valueToTree(rule.map("EventPattern")).toString();
        events.addRule(EAST, "aurora-restore", "requests", pattern, List.of(inbox::add));
        Scheduler scheduler = new Scheduler(events, time);
        template.all("AWS::Scheduler::Schedule").forEach(schedule -> scheduler.create(EAST, schedule));
    }

    private static Template template(Map<String, String> parameters) throws IOException {
        Place here = new Place(EAST, "123456789012", "http://localhost:4566");
        Map<String, String> all = new HashMap<>(parameters);
        all.put("TargetPattern", "*");
        return Template.read(Path.of("deploy/template.yaml"), here, all);
    }

    private static InboxMessage.Requested requested(ObjectNode event) {
        SQSMessage message = new SQSMessage();
        message.setMessageId("m-1");
        message.setBody(event.toString());
        return (InboxMessage.Requested) new InboxMessageParser().parse(message);
    }

    private static RestoreRequest request(ObjectNode event) {
        return new RequestReader(TestData.HOME)
                .read(requested(event).request().detail())
                .request();
    }
}
