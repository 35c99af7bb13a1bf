package io.aurorarestore.adapter.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.adapter.Configured;
import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.docs.CodeBlock;
import io.aurorarestore.docs.DocPage;
import io.aurorarestore.engine.OneProfile;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.intake.Intake;
import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.services.dynamodb.DynamoDb;
import io.aurorarestore.local.template.Place;
import io.aurorarestore.local.template.Template;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.Sender;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.plan.RestorePlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What {@code docs/operate.md} has to find requests by the settings they said, against the tables as they are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskedSettingsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    private final DynamoDb service = new DynamoDb();
    private final DynamoDbAsyncClient client =
            new LocalClients(endpoint).async(TestData.HOME.region(), DynamoDbAsyncClient.builder());
    private final ServiceConfig config = Configured.with(Map.of());

    private RestoreId silent;
    private RestoreId tagged;
    private RestoreId exposed;

    @BeforeAll
    void open() throws IOException {
        endpoint.serve("dynamodb", service);
        endpoint.start();
        Place here = new Place(
                TestData.HOME.region(), TestData.HOME.account(), endpoint.uri().toString());
        Template.read(Path.of("deploy/template.yaml"), here, Map.of("TargetPattern", "*"))
                .all("AWS::DynamoDB::Table")
                .forEach(table -> service.createTable(TestData.HOME.region(), table.properties()));
        silent = open("orders-a", ClusterSettings.NONE);
        tagged = open(
                "orders-b",
                ClusterSettings.builder()
                        .with(ClusterSetting.TAGS, Map.of("team", "orders"))
                        .build());
        exposed = open(
                "orders-c",
                ClusterSettings.builder()
                        .with(ClusterSetting.PORT, 5433)
                        .with(ClusterSetting.DELETION_PROTECTION, true)
                        .build());
    }

    @AfterAll
    void stop() {
        client.close();
        endpoint.close();
        service.close();
    }

    @Test
    void the_audit_trail_lists_who_said_which_settings() {
        List<Map<String, AttributeValue>> found = scan("AuroraRestoreAudit");

        assertThat(found)
                .extracting(item -> item.get("restoreId").s())
                .containsExactlyInAnyOrder(tagged.value(), exposed.value())
                .doesNotContain(silent.value());
        assertThat(found)
                .extracting(item -> item.get("why").s())
                .anyMatch(why -> why.endsWith(" as orders-b; settings: tags"))
                .anyMatch(why -> why.endsWith(" as orders-c; settings: deletionProtection, port"));
        assertThat(found).allSatisfy(item -> assertThat(item).containsKeys("at", "by"));
    }

    @Test
    void the_restores_show_which_said_one_that_needs_a_profiles_leave() {
        assertThat(scan("AuroraRestoreState"))
                .singleElement()
                .satisfies(item -> assertThat(item.get("pk").s()).isEqualTo("RESTORE#" + exposed));
    }

    private List<Map<String, AttributeValue>> scan(String table) {
        String command = documented(table);
        return client.scan(scan -> scan.tableName(table)
                        .filterExpression(option(command, "--filter-expression").orElseThrow())
                        .expressionAttributeNames(option(command, "--expression-attribute-names")
                                .map(AskedSettingsTest::names)
                                .orElse(null))
                        .expressionAttributeValues(values(
                                option(command, "--expression-attribute-values").orElseThrow())))
                .join()
                .items();
    }

    private static String documented(String table) {
        return DocPage.all().stream()
                .filter(page -> page.path().endsWith("docs/operate.md"))
                .flatMap(page -> page.blocks().stream())
                .map(CodeBlock::text)
                .filter(text -> text.startsWith("aws dynamodb scan --table-name " + table))
                .filter(text -> text.contains("settings") || text.contains(":port"))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> option(String command, String name) {
        Matcher quoted = Pattern.compile(name + " '([^']*)'").matcher(command);
        return quoted.find() ? Optional.of(quoted.group(1)) : Optional.empty();
    }

    private static Map<String, String> names(String json) {
        Map<String, String> names = new HashMap<>();
        read(json)
                .properties()
                .forEach(one -> names.put(one.getKey(), one.getValue().asText()));
        return names;
    }

    private static Map<String, AttributeValue> values(String json) {
        Map<String, AttributeValue> values = new HashMap<>();
        read(json)
                .properties()
                .forEach(one -> values.put(
                        one.getKey(), Items.text(one.getValue().path("S").asText())));
        return values;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private RestoreId open(String target, ClusterSettings settings) {
        OneProfile profiles = new OneProfile(() -> TestData.profile(
                Optional.of(List.of("*")),
                Optional.of(List.of("*")),
                Optional.of(List.of("port", "deletionProtection", "tags")),
                ClusterSettings.NONE));
        Intake intake = new Intake(
                new DynamoDbRestores(client, config, new TransactionWrites(config, TestData.HOME)),
                profiles,
                RestorePlan.at(TestData.HOME),
                Clock.fixed(TestData.NOW, ZoneOffset.UTC),
                entry -> {});
        RestoreRequest request = new RestoreRequest(
                target, new SnapshotSelector.ById(TestData.SOURCE_ARN), "default", ReplaceMode.REFUSE, false, settings);
        return intake.open(request, new Sender("key of " + target, "ops"))
                .await()
                .indefinitely();
    }
}
