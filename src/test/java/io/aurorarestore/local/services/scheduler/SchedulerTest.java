package io.aurorarestore.local.services.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.LocalHttp;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.services.events.EventBridge;
import io.aurorarestore.local.template.Resource;
import io.aurorarestore.local.template.TemplateError;
import io.aurorarestore.local.time.VirtualTimeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchedulerTest {

    private static final String EAST = "us-east-1";
    private static final String BUS = "arn:aws:events:us-east-1:123456789012:event-bus/bus";

    private final VirtualTimeline time = new VirtualTimeline(Instant.parse("2026-11-24T10:11:12.345Z"));
    private final EventBridge events = new EventBridge(Clock.systemUTC());
    private final Scheduler scheduler = new Scheduler(events, time);
    private final List<ObjectNode> delivered = new ArrayList<>();

    @BeforeEach
    void listen() {
        events.createBus(EAST, "bus");
        events.addRule(EAST, "bus", "all", "{\"source\":[\"us\"]}", List.of(delivered::add));
    }

    @Test
    void puts_its_event_every_night_with_the_time_it_was_scheduled_for() {
        create("{'at':'<aws.scheduler.scheduled-time>','try':<aws.scheduler.attempt-number>}");

        time.advance(Duration.ofDays(2));

        assertThat(delivered)
                .extracting(event -> event.path("detail").toString())
                .containsExactly(
                        "{\"at\":\"2026-11-25T03:00:00Z\",\"try\":1}", "{\"at\":\"2026-11-26T03:00:00Z\",\"try\":1}");
        assertThat(delivered.get(0).path("detail-type").asText()).isEqualTo("Asked");
    }

    @Test
    void tells_which_schedule_it_is() {
        create("{'arn':'<aws.scheduler.schedule-arn>'}");

        time.advance(Duration.ofDays(1));

        assertThat(delivered.get(0).at("/detail/arn").asText())
                .isEqualTo("arn:aws:scheduler:us-east-1:123456789012:schedule/default/nightly");
    }

    @Test
    void a_run_on_request_is_answered_with_what_was_sent_and_each_run_is_another_time() {
        create("{'at':'<aws.scheduler.scheduled-time>'}");

        try (LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port")) {
            scheduler.on(endpoint, EAST);
            endpoint.start();
            var first = new LocalHttp(endpoint).post("/_local/schedules/nightly/run", "");
            new LocalHttp(endpoint).post("/_local/schedules/nightly/run", "");

            assertThat(first.statusCode()).isEqualTo(202);
            assertThat(Json.read(first.body()).path("Detail")).isEqualTo(detail(0));
            assertThat(Json.read(first.body()).path("EventId"))
                    .isEqualTo(delivered.get(0).path("id"));
            assertThat(detail(0).path("at").asText()).isEqualTo("2026-11-24T10:11:12Z");
            assertThat(detail(1).path("at").asText()).isEqualTo("2026-11-24T10:11:13Z");
        }
    }

    @Test
    void a_schedule_that_is_not_there_is_not_found_and_the_answer_names_those_that_are() {
        create("{}");

        try (LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port")) {
            scheduler.on(endpoint, EAST);
            endpoint.start();
            var answer = new LocalHttp(endpoint).post("/_local/schedules/weekly/run", "");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("weekly", "nightly");
        }
    }

    @Test
    void an_event_that_the_bus_refuses_stops_no_later_night() {
        create("no JSON at first: <aws.scheduler.scheduled-time>");

        time.advance(Duration.ofDays(1));

        assertThat(delivered).isEmpty();
        assertThat(time.next()).contains(Instant.parse("2026-11-26T03:00:00Z"));
    }

    @Test
    void what_it_cannot_stand_for_stops_the_start() {
        assertThatThrownBy(() -> scheduler.create(EAST, schedule(Map.of("ScheduleExpression", "cron(no)"))))
                .isInstanceOf(TemplateError.class)
                .hasMessageContaining("Nightly");
        assertThatThrownBy(() -> scheduler.create(EAST, schedule(Map.of("ScheduleExpressionTimezone", "Mars/Base"))))
                .isInstanceOf(TemplateError.class);
        assertThatThrownBy(() -> scheduler.create(EAST, schedule(Map.of("Target", Map.of("Arn", BUS)))))
                .hasMessageContaining("EventBridgeParameters");
    }

    private JsonNode detail(int index) {
        return delivered.get(index).path("detail");
    }

    private void create(String input) {
        Map<String, Object> target = Map.of(
                "Arn",
                BUS,
                "EventBridgeParameters",
                Map.of("Source", "us", "DetailType", "Asked"),
                "Input",
                input.replace('\'', '"'));
        scheduler.create(EAST, schedule(Map.of("Target", target)));
    }

    private static Resource schedule(Map<String, Object> changed) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "Name",
                "nightly",
                "ScheduleExpression",
                "cron(0 3 * * ? *)",
                "Target",
                Map.of("Arn", BUS, "EventBridgeParameters", Map.of("Source", "us", "DetailType", "Asked"))));
        properties.putAll(changed);
        return new Resource("Nightly", "AWS::Scheduler::Schedule", properties);
    }
}
