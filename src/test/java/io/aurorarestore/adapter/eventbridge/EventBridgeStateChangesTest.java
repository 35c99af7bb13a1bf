package io.aurorarestore.adapter.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.adapter.Configured;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.AwsResponse;
import io.aurorarestore.local.front.AwsService;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.services.events.EventBridge;
import io.aurorarestore.model.StepName;
import io.aurorarestore.notification.StateChange;
import io.aurorarestore.port.Untold;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeAsyncClient;

class EventBridgeStateChangesTest {

    private static final StateChange CHANGE = StateChange.of(TestData.restore(StepName.RESTORE_CLUSTER));

    private final List<ObjectNode> delivered = new ArrayList<>();
    private final EventBridge events = new EventBridge(Clock.systemUTC());
    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    private final EventBridgeAsyncClient client =
            new LocalClients(endpoint).async(TestData.HOME.region(), EventBridgeAsyncClient.builder());

    @BeforeEach
    void start() {
        events.createBus(TestData.HOME.region(), "aurora-restore");
        events.addRule(
                TestData.HOME.region(),
                "aurora-restore",
                "changes",
                "{\"source\":[\"aurora-restore\"],\"detail-type\":[\"Restore State Changed\"]}",
                List.of(delivered::add));
        endpoint.serve("events", events.service());
        endpoint.start();
    }

    @AfterEach
    void stop() {
        client.close();
        endpoint.close();
    }

    @Test
    void a_change_is_an_event_on_the_services_own_bus() {
        publishOn("aurora-restore");

        assertThat(delivered).singleElement().satisfies(event -> {
            assertThat(event.path("resources").get(0).asText()).isEqualTo(TestData.HOME.clusterArn("orders-drill"));
            assertThat(event.path("detail").path("changeId").asText()).isEqualTo(CHANGE.id());
            assertThat(event.path("detail").path("restoreId").asText()).isEqualTo(TestData.ID.value());
            assertThat(event.path("detail").path("status").asText()).isEqualTo("RUNNING");
            assertThat(event.path("detail").path("step").asText()).isEqualTo("RestoreCluster");
            assertThat(event.path("detail").path("text").asText()).contains("orders-drill", "RestoreCluster");
        });
    }

    @Test
    void an_event_that_the_bus_did_not_take_is_untold_though_the_call_succeeds() {
        assertThat(publishOn("another")).singleElement().satisfies(untold -> {
            assertThat(untold.at()).isZero();
            assertThat(untold.why()).contains("InvalidArgument");
        });
    }

    @Test
    void many_changes_take_as_few_calls_as_the_bus_allows() {
        List<StateChange> many = IntStream.rangeClosed(1, 23)
                .mapToObj(number -> StateChange.of(TestData.restore(StepName.RESTORE_CLUSTER)))
                .toList();
        AtomicInteger calls = new AtomicInteger();
        endpoint.serve("events", counting(calls));

        assertThat(publishOn("aurora-restore", many)).isEmpty();

        assertThat(delivered).hasSize(23);
        assertThat(calls).hasValue(3);
    }

    @Test
    void without_an_answer_none_was_told() {
        endpoint.close();

        assertThat(publishOn("aurora-restore"))
                .singleElement()
                .satisfies(untold -> assertThat(untold.why()).contains("Publishing a state change"));
    }

    private AwsService counting(AtomicInteger calls) {
        AwsService service = events.service();
        return new AwsService() {
            @Override
            public AwsResponse handle(AwsRequest request) {
                calls.incrementAndGet();
                return service.handle(request);
            }

            @Override
            public String operation(AwsRequest request) {
                return service.operation(request);
            }
        };
    }

    private List<Untold> publishOn(String bus) {
        return publishOn(bus, List.of(CHANGE));
    }

    private List<Untold> publishOn(String bus, List<StateChange> changes) {
        return new EventBridgeStateChanges(
                        new RestoreEvents(client, Configured.with(Map.of("bus", bus)), TestData.HOME))
                .publish(changes)
                .await()
                .indefinitely();
    }
}
