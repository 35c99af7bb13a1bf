package io.aurorarestore.adapter.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.adapter.Configured;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.services.events.EventBridge;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.notification.StateChange;
import io.aurorarestore.port.CallFailedException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    void an_event_that_the_bus_did_not_take_is_a_failure_though_the_call_succeeds() {
        assertThatThrownBy(() -> publishOn("another")).isInstanceOfSatisfying(CallFailedException.class, failed -> {
            assertThat(failed.failure().code()).isEqualTo(FailureCode.NOTIFICATION_FAILED);
            assertThat(failed).hasMessageContaining("InvalidArgument");
        });
    }

    @Test
    void no_answer_is_tried_again() {
        endpoint.close();

        assertThatThrownBy(() -> publishOn("aurora-restore"))
                .isInstanceOfSatisfying(
                        CallFailedException.class,
                        failed -> assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.RETRY));
    }

    private void publishOn(String bus) {
        new EventBridgeStateChanges(new RestoreEvents(client, Configured.with(Map.of("bus", bus)), TestData.HOME))
                .publish(CHANGE)
                .await()
                .indefinitely();
    }
}
