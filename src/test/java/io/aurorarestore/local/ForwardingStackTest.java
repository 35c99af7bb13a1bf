package io.aurorarestore.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.services.events.EventBridge;
import io.aurorarestore.local.services.sqs.ReceivedMessage;
import io.aurorarestore.local.services.sqs.Sqs;
import io.aurorarestore.local.template.Place;
import io.aurorarestore.local.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service in its region, {@code deploy/source.yaml} in another. */
class ForwardingStackTest {

    private static final String EAST = "us-east-1";
    private static final String WEST = "us-west-2";

    private final EventBridge events = new EventBridge(Clock.systemUTC());
    private final Sqs sqs = new Sqs(4566, 1);

    @BeforeEach
    void deploy() throws IOException {
        deploy("template.yaml", EAST, Map.of("TargetPattern", "*"));
        deploy("source.yaml", WEST, Map.of("BusArn", "arn:aws:events:us-east-1:123456789012:event-bus/aurora-restore"));
    }

    private void deploy(String file, String region, Map<String, String> parameters) throws IOException {
        Place place = new Place(region, "123456789012", "http://localhost:4566");
        Template template = Template.read(Path.of("deploy", file), place, parameters);
        StackResources.queues(template).forEach(queue -> sqs.createQueue(region, queue.properties()));
        template.all("AWS::Events::EventBus").forEach(bus -> events.createBus(region, bus.text("Name")));
        template.all("AWS::Events::Rule").forEach(new StackRules(events, sqs, region)::add);
    }

    @AfterEach
    void close() {
        sqs.close();
    }

    @Test
    void an_automated_snapshot_of_another_region_reaches_the_inbox_as_it_is() throws IOException {
        ObjectNode event = sample("automated-snapshot-created", WEST);

        events.emit(event);

        assertThat(inbox()).containsExactly(event);
    }

    @Test
    void one_of_another_account_keeps_its_account() throws IOException {
        ObjectNode event = sample("automated-snapshot-created", WEST).put("account", "210987654321");

        events.emit(event);

        assertThat(inbox()).extracting(one -> one.path("account").asText()).containsExactly("210987654321");
    }

    @Test
    void nothing_else_is_forwarded() throws IOException {
        events.emit(sample("automated-snapshot-creating", WEST));
        events.emit(sample("snapshot-deleted", WEST));
        events.emit(sample("cluster-created", WEST));
        events.emit(sample("snapshot-created", WEST));

        assertThat(inbox()).isEmpty();
    }

    @Test
    void an_event_of_the_services_own_region_arrives_once() throws IOException {
        events.emit(sample("automated-snapshot-created", EAST));

        assertThat(inbox()).hasSize(1);
    }

    @Test
    void nobody_can_put_an_event_that_looks_like_rdss_on_the_bus() throws IOException {
        ObjectNode entry = Json.object()
                .put("EventBusName", "aurora-restore")
                .put("Source", "aws.rds")
                .put("DetailType", "RDS DB Cluster Snapshot Event")
                .put("Detail", "{}");

        assertThat(catchThrowable(() -> events.put(EAST, entry))).hasMessageContaining("Not authorized");
        assertThat(inbox()).isEmpty();
    }

    private static ObjectNode sample(String name, String region) throws IOException {
        String text = Files.readString(Path.of("events/rds", name + ".json"));
        return (ObjectNode) Json.read(text.replace("us-east-1", region));
    }

    private List<ObjectNode> inbox() {
        return sqs.queue(EAST, "aurora-restore-inbox").receive(10, Duration.ZERO).stream()
                .map(ReceivedMessage::body)
                .map(Json::read)
                .map(ObjectNode.class::cast)
                .toList();
    }
}
