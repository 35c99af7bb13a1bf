package io.aurorarestore.local.services.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.LocalEndpoint;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoDbTest {

    private static final String EAST = "us-east-1";
    private static final Map<String, Object> TABLE = Map.of(
            "TableName", "Things",
            "BillingMode", "PAY_PER_REQUEST",
            "AttributeDefinitions",
                    List.of(
                            Map.of("AttributeName", "id", "AttributeType", "S"),
                            Map.of("AttributeName", "kind", "AttributeType", "S"),
                            Map.of("AttributeName", "number", "AttributeType", "N")),
            "KeySchema", List.of(Map.of("AttributeName", "id", "KeyType", "HASH")),
            "GlobalSecondaryIndexes",
                    List.of(Map.of(
                            "IndexName", "byKind",
                            "KeySchema",
                                    List.of(
                                            Map.of("AttributeName", "kind", "KeyType", "HASH"),
                                            Map.of("AttributeName", "number", "KeyType", "RANGE")),
                            "Projection", Map.of("ProjectionType", "ALL"))),
            "TimeToLiveSpecification", Map.of("AttributeName", "expiresAt", "Enabled", true),
            "PointInTimeRecoverySpecification", Map.of("PointInTimeRecoveryEnabled", true));

    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    private final DynamoDb service = new DynamoDb();
    private final DynamoDbClient client = new LocalClients(endpoint).in(EAST, DynamoDbClient.builder());

    @BeforeAll
    void start() {
        endpoint.serve("dynamodb", service);
        endpoint.start();
        service.createTable(EAST, TABLE);
    }

    @AfterAll
    void stop() {
        endpoint.close();
        service.close();
    }

    @BeforeEach
    void empty() {
        client.scanPaginator(scan -> scan.tableName("Things"))
                .items()
                .forEach(item ->
                        client.deleteItem(delete -> delete.tableName("Things").key(Map.of("id", item.get("id")))));
    }

    @Test
    void creates_a_table_as_the_template_has_it() {
        var table =
                client.describeTable(describe -> describe.tableName("Things")).table();

        assertThat(table.tableArn()).isEqualTo("arn:aws:dynamodb:us-east-1:123456789012:table/Things");
        assertThat(table.billingModeSummary().billingModeAsString()).isEqualTo("PAY_PER_REQUEST");
        assertThat(table.globalSecondaryIndexes())
                .singleElement()
                .satisfies(index -> assertThat(index.indexName()).isEqualTo("byKind"));
        var timeToLive = client.describeTimeToLive(describe -> describe.tableName("Things"));
        assertThat(timeToLive.timeToLiveDescription().attributeName()).isEqualTo("expiresAt");
    }

    @Test
    void finds_a_table_by_its_arn() {
        String arn = "arn:aws:dynamodb:us-east-1:123456789012:table/Things";

        assertThat(client.describeTable(describe -> describe.tableName(arn))
                        .table()
                        .tableName())
                .isEqualTo("Things");
    }

    @Test
    void a_transaction_writes_all_or_nothing() {
        put("a", 1);

        assertThatThrownBy(() ->
                        client.transactWriteItems(write -> write.transactItems(putIfAbsent("b"), putIfAbsent("a"))))
                .isInstanceOfSatisfying(
                        TransactionCanceledException.class,
                        failure -> assertThat(failure.cancellationReasons())
                                .extracting(reason -> reason.code())
                                .containsExactly("None", "ConditionalCheckFailed"));
        assertThat(client.getItem(get -> get.tableName("Things").key(key("b")).consistentRead(true))
                        .hasItem())
                .isFalse();
    }

    @Test
    void a_query_of_an_index_comes_in_pages() {
        IntStream.range(0, 7).forEach(number -> put("id-" + number, number));

        var pages = client.queryPaginator(query -> query.tableName("Things")
                .indexName("byKind")
                .limit(3)
                .keyConditionExpression("kind = :kind")
                .expressionAttributeValues(Map.of(":kind", AttributeValue.fromS("some"))));

        assertThat(pages.stream()).hasSize(3);
        assertThat(pages.items())
                .extracting(item -> Objects.requireNonNull(item.get("number")).n())
                .containsExactly("0", "1", "2", "3", "4", "5", "6");
    }

    @Test
    void callers_share_what_is_in_a_region_and_regions_are_apart() {
        put("a", 1);

        var another = new LocalClients(endpoint, "another").in(EAST, DynamoDbClient.builder());
        assertThat(another.getItem(get -> get.tableName("Things").key(key("a"))).hasItem())
                .isTrue();

        var west = new LocalClients(endpoint).in("us-west-2", DynamoDbClient.builder());
        assertThat(west.listTables().tableNames()).isEmpty();
        assertThatThrownBy(() -> west.describeTable(describe -> describe.tableName("Things")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void can_be_called_from_within_uncounted() {
        put("a", 1);
        var input = Json.object().put("TableName", "Things");
        input.putObject("Key").putObject("id").put("S", "a");

        var answer = service.call(EAST, "GetItem", input);

        assertThat(answer.at("/Item/number/N").asText()).isEqualTo("1");
    }

    private void put(String id, int number) {
        client.putItem(put -> put.tableName("Things")
                .item(Map.of(
                        "id", AttributeValue.fromS(id),
                        "kind", AttributeValue.fromS("some"),
                        "number", AttributeValue.fromN(String.valueOf(number)))));
    }

    private TransactWriteItem putIfAbsent(String id) {
        var put = Put.builder().tableName("Things").item(key(id)).conditionExpression("attribute_not_exists(id)");
        return TransactWriteItem.builder().put(put.build()).build();
    }

    private Map<String, AttributeValue> key(String id) {
        return Map.of("id", AttributeValue.fromS(id));
    }
}
