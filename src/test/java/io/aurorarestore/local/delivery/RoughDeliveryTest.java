package io.aurorarestore.local.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.local.LocalHttp;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.time.VirtualTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoughDeliveryTest {

    private static final List<Integer> IN_ORDER =
            IntStream.range(0, 100).boxed().toList();

    private final VirtualTimeline time = new VirtualTimeline(Instant.parse("2026-11-24T10:00:00Z"));
    private final List<Integer> came = new ArrayList<>();
    private final RoughDelivery delivery =
            new RoughDelivery(time, event -> came.add(event.path("number").asInt()));
    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");

    @BeforeEach
    void start() {
        delivery.on(endpoint);
        endpoint.start();
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void every_event_comes_at_once_and_once_unless_otherwise_asked() {
        happen();

        assertThat(came).isEqualTo(IN_ORDER);
    }

    @Test
    void a_share_of_the_events_never_comes() {
        ask("{\"drop\": 0.3, \"seed\": 1}");

        happen();

        assertThat(came).doesNotHaveDuplicates().isSorted().hasSizeBetween(50, 90);
    }

    @Test
    void all_may_be_lost_and_all_be_doubled() {
        ask("{\"drop\": 1}");
        happen();
        assertThat(came).isEmpty();

        ask("{\"duplicate\": 1}");
        happen();
        assertThat(came).hasSize(200).containsAll(IN_ORDER);
    }

    @Test
    void events_are_as_late_as_asked_for() {
        ask("{\"delayMs\": 90000}");
        happen();

        time.advance(Duration.ofMillis(89_999));
        assertThat(came).isEmpty();
        time.advance(Duration.ofMillis(1));
        assertThat(came).isEqualTo(IN_ORDER);
    }

    @Test
    void shuffled_events_all_come_in_another_order() {
        ask("{\"shuffle\": true, \"seed\": 1}");

        happen();
        time.advance(Duration.ofMinutes(1));

        assertThat(came).containsExactlyInAnyOrderElementsOf(IN_ORDER).isNotEqualTo(IN_ORDER);
    }

    @Test
    void the_same_seed_has_the_same_happen() {
        ask("{\"drop\": 0.2, \"duplicate\": 0.2, \"shuffle\": true, \"seed\": 7}");
        happen();
        time.advance(Duration.ofMinutes(1));
        List<Integer> first = List.copyOf(came);
        came.clear();

        ask("{\"drop\": 0.2, \"duplicate\": 0.2, \"shuffle\": true, \"seed\": 7}");
        happen();
        time.advance(Duration.ofMinutes(1));

        assertThat(came).isEqualTo(first);
    }

    @Test
    void what_was_asked_for_ends_and_what_waits_then_still_comes() {
        ask("{\"delayMs\": 1000, \"shuffle\": true}");
        happen();

        assertThat(new LocalHttp(endpoint).delete("/_local/events").statusCode())
                .isEqualTo(200);
        happen();
        assertThat(came).isEqualTo(IN_ORDER);
        time.advance(Duration.ofSeconds(1));
        assertThat(came).hasSize(200);
    }

    @Test
    void the_answer_names_the_seed_to_see_it_again() {
        assertThat(Json.read(ask("{\"drop\": 0.5}")).path("seed").isIntegralNumber())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"drop\": 1.5}",
                "{\"drop\": \"all\"}",
                "{\"duplicate\": -1}",
                "{\"delayMs\": -1}",
                "{\"delayMs\": 1.5}",
                "{\"shuffle\": 1}",
                "{\"seed\": \"x\"}",
                "{\"lose\": 0.1}"
            })
    void what_makes_no_sense_is_refused(String body) {
        var answer = new LocalHttp(endpoint).post("/_local/events", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    private String ask(String body) {
        var answer = new LocalHttp(endpoint).post("/_local/events", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private void happen() {
        IN_ORDER.forEach(number -> delivery.emit(Json.object().put("number", number)));
        time.advance(Duration.ZERO);
    }
}
