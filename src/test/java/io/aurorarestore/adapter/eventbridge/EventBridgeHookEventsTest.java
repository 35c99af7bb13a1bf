package io.aurorarestore.adapter.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.aurorarestore.adapter.Configured;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.services.events.EventBridge;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Endpoint;
import io.aurorarestore.model.aws.SecretVersion;
import io.aurorarestore.model.restore.AskedHook;
import io.aurorarestore.model.restore.HookRequest;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Hook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeAsyncClient;

class EventBridgeHookEventsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Hook MASK =
            new Hook("mask", Hook.Place.AFTER, StepName.CONFIGURE_DATABASE, Duration.ofHours(6), true);

    private final List<ObjectNode> delivered = new ArrayList<>();
    private final EventBridge events = new EventBridge(Clock.systemUTC());
    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    private final EventBridgeAsyncClient client =
            new LocalClients(endpoint).async(TestData.HOME.region(), EventBridgeAsyncClient.builder());
    private final EventBridgeHookEvents hooks = new EventBridgeHookEvents(
            new RestoreEvents(client, Configured.with(Map.of("bus", "aurora-restore")), TestData.HOME),
            TestData.HOME,
            Clock.fixed(TestData.NOW, ZoneOffset.UTC));

    @BeforeEach
    void start() {
        events.createBus(TestData.HOME.region(), "aurora-restore");
        events.addRule(
                TestData.HOME.region(),
                "aurora-restore",
                "hooks",
                "{\"source\":[\"aurora-restore\"],\"detail\":{\"hook\":[\"mask\"]}}",
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
    void a_hook_is_asked_for_as_its_schema_and_its_sample_say() throws IOException {
        ask(asking(StepName.VERIFY_RESTORE));

        JsonNode event = delivered.get(0);
        JsonNode sample = JSON.readTree(Files.readString(Path.of("events/hooks/requested.json")));
        assertThat(event.path("detail-type").asText()).isEqualTo("Restore Hook Requested");
        assertThat(event.path("detail")).isEqualTo(sample.path("detail"));
        assertThat(schema().validate(event.path("detail"))).isEmpty();
    }

    @Test
    void after_the_swap_the_cluster_has_the_targets_name() {
        ask(asking(StepName.ACTIVATE_CREDENTIALS));

        JsonNode detail = delivered.get(0).path("detail");
        assertThat(detail.path("cluster").asText()).isEqualTo("orders-drill");
        assertThat(detail.path("clusterArn").asText()).isEqualTo(TestData.HOME.clusterArn("orders-drill"));
    }

    @Test
    void it_is_told_that_nobody_waits_any_more_under_the_same_id() throws IOException {
        Restore restore = asking(StepName.VERIFY_RESTORE);

        hooks.cancel(restore, AskedHook.at(restore.idOf(MASK), TestData.NOW))
                .await()
                .indefinitely();

        assertThat(delivered).singleElement().satisfies(event -> {
            assertThat(event.path("detail-type").asText()).isEqualTo("Restore Hook Cancelled");
            assertThat(event.path("detail").path("hookId").asText()).isEqualTo(TestData.ID + "/mask/1");
        });
    }

    private void ask(Restore restore) {
        HookRequest request = HookRequest.of(restore, MASK)
                .with(
                        Optional.of(new SecretVersion(
                                "arn:aws:secretsmanager:us-east-1:123456789012:secret:aurora-restore/orders-drill/master-AbCdEf",
                                Optional.of(restore.masterVersion()))),
                        List.of(new SecretVersion(
                                "arn:aws:secretsmanager:us-east-1:123456789012:secret:aurora-restore/orders/app-GhIjKl",
                                Optional.of("EXAMPLE1-90ab-cdef-fedc-ba987EXAMPLE"))));
        hooks.request(request).await().indefinitely();
    }

    private static Restore asking(StepName step) {
        Restore located =
                TestData.located(step, TestData.settings(), TestData.snapshot(TestData.SOURCE_ARN, "available"));
        return located.with(located.outputs()
                .withEndpoint(new Endpoint("ar-orders.cluster-abc.us-east-1.rds.amazonaws.com", 5432)));
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("events/hooks/requested.schema.json")));
    }
}
