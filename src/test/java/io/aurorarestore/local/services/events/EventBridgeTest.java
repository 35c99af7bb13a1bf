package io.aurorarestore.local.services.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.LocalEndpoint;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

class EventBridgeTest {

    private static final String EAST = "us-east-1";
    private static final String BUS = "aurora-restore";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:11:12.987Z"), ZoneOffset.UTC);

    private final List<ObjectNode> delivered = new ArrayList<>();
    private final EventBridge events = new EventBridge(CLOCK);
    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    private final EventBridgeClient client = new LocalClients(endpoint).in(EAST, EventBridgeClient.builder());

    @BeforeEach
    void start() {
        events.createBus(EAST, BUS);
        events.addRule(EAST, BUS, "requests", "{\"source\":[\"client\"]}", List.of(delivered::add));
        endpoint.serve("events", events.service());
        endpoint.start();
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void an_event_that_matches_reaches_the_target_in_awss_envelope() {
        var result = put(entry().resources("arn:one").build());

        var expected = Json.read("""
                {"version":"0", "id":"%s", "detail-type":"Asked", "source":"client", "account":"123456789012",
                 "time":"2026-11-24T10:11:12Z", "region":"us-east-1", "resources":["arn:one"], "detail":{"a":1}}
                """.formatted(result.eventId()));
        assertThat(delivered).singleElement().isEqualTo(expected);
    }

    @Test
    void an_events_own_time_is_kept() {
        put(entry().time(Instant.parse("2026-01-02T03:04:05Z")).build());

        assertThat(delivered.get(0).path("time").asText()).isEqualTo("2026-01-02T03:04:05Z");
    }

    @Test
    void an_event_that_matches_no_rule_of_its_bus_goes_nowhere() {
        put(entry().source("somebody").build());
        put(entry().eventBusName("default").build());

        assertThat(delivered).isEmpty();
    }

    @Test
    void the_bus_may_be_named_by_its_arn() {
        put(entry().eventBusName("arn:aws:events:us-east-1:123456789012:event-bus/" + BUS)
                .build());

        assertThat(delivered).hasSize(1);
    }

    @Test
    void each_entry_that_is_wrong_fails_by_itself() {
        var answer = client.putEvents(put -> put.entries(
                entry().build(),
                entry().source(null).build(),
                entry().detailType("").build(),
                entry().detail(null).build(),
                entry().detail("[1]").build(),
                entry().detail("{").build(),
                entry().source("aws.rds").build(),
                entry().eventBusName("nowhere").build()));

        assertThat(answer.failedEntryCount()).isEqualTo(7);
        assertThat(answer.entries())
                .extracting(PutEventsResultEntry::errorCode)
                .containsExactly(
                        null,
                        "InvalidArgument",
                        "InvalidArgument",
                        "InvalidArgument",
                        "MalformedDetail",
                        "MalformedDetail",
                        "NotAuthorizedForSourceException",
                        "InvalidArgument");
        assertThat(delivered).hasSize(1);
    }

    @Test
    void too_many_entries_or_too_large_ones_are_refused_as_a_whole() {
        var eleven = IntStream.range(0, 11).mapToObj(i -> entry().build()).toList();
        var large = entry().detail("{\"a\":\"" + "x".repeat(256 * 1024) + "\"}").build();

        assertThatThrownBy(() -> client.putEvents(put -> put.entries(eleven)))
                .isInstanceOfSatisfying(EventBridgeException.class, this::isValidation);
        assertThatThrownBy(() -> client.putEvents(put -> put.entries(large)))
                .isInstanceOfSatisfying(EventBridgeException.class, this::isValidation);
        assertThat(delivered).isEmpty();
    }

    private void isValidation(EventBridgeException error) {
        assertThat(error.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
    }

    @Test
    void services_events_come_on_the_default_bus_of_their_region() {
        events.addRule("us-west-2", "default", "rds", "{\"source\":[\"aws.rds\"]}", List.of(delivered::add));
        var event = Json.object().put("source", "aws.rds").put("region", "us-west-2");

        events.emit(event);
        events.emit(event.deepCopy().put("region", EAST));

        assertThat(delivered).containsExactly(event);
    }

    @Test
    void a_rule_forwards_to_a_bus_of_another_region_and_the_event_stays_what_it_is() {
        var home = events.bus("arn:aws:events:us-east-1:123456789012:event-bus/" + BUS);
        events.addRule("us-west-2", "default", "forward", "{\"source\":[\"aws.rds\"]}", List.of(home));
        events.addRule(EAST, BUS, "rds", "{\"source\":[\"aws.rds\"]}", List.of(delivered::add));
        var event = Json.object()
                .put("id", "one")
                .put("source", "aws.rds")
                .put("account", "210987654321")
                .put("region", "us-west-2");

        events.emit(event.deepCopy());

        assertThat(delivered).containsExactly(event);
    }

    @Test
    void only_an_event_bus_can_be_forwarded_to() {
        assertThatThrownBy(() -> events.bus("arn:aws:sqs:us-east-1:123456789012:queue"))
                .hasMessageContaining("sqs");
    }

    @Test
    void a_target_that_fails_keeps_the_event_from_nobody_else() {
        Target broken = event -> {
            throw new IllegalStateException("broken");
        };
        events.addRule(EAST, BUS, "all", "{\"source\":[{\"prefix\":\"c\"}]}", List.of(broken, delivered::add));

        assertThat(put(entry().build()).errorCode()).isNull();
        assertThat(delivered).hasSize(2);
    }

    @Test
    void a_pattern_that_is_none_is_refused_by_name() {
        assertThatThrownBy(() -> events.addRule(EAST, BUS, "wrong", "{\"source\":\"x\"}", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wrong");
    }

    private PutEventsRequestEntry.Builder entry() {
        return PutEventsRequestEntry.builder()
                .eventBusName(BUS)
                .source("client")
                .detailType("Asked")
                .detail("{\"a\":1}");
    }

    private PutEventsResultEntry put(PutEventsRequestEntry entry) {
        return client.putEvents(put -> put.entries(entry)).entries().get(0);
    }
}
