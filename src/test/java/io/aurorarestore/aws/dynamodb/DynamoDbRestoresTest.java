package io.aurorarestore.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.aws.Configured;
import io.aurorarestore.config.ServiceConfig;
import io.aurorarestore.local.Clients;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.services.dynamodb.DynamoDb;
import io.aurorarestore.local.template.Place;
import io.aurorarestore.local.template.Template;
import io.aurorarestore.port.Refusals;
import io.aurorarestore.port.Restores;
import io.aurorarestore.restore.RestoreId;
import io.aurorarestore.saga.A;
import io.aurorarestore.saga.RestoresContract;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The adapter against DynamoDB Local, with the tables of the deployment template. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoDbRestoresTest extends RestoresContract {

    /** BatchWriteItem's limit. */
    private static final int BATCH = 25;

    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    private final DynamoDb service = new DynamoDb();
    private final DynamoDbAsyncClient client =
            new Clients(endpoint).async(A.HOME.region(), DynamoDbAsyncClient.builder());
    private final ServiceConfig config = Configured.with(Map.of());

    @BeforeAll
    void start() throws IOException {
        endpoint.serve("dynamodb", service);
        endpoint.start();
        Place here = new Place(A.HOME.region(), A.HOME.account(), endpoint.uri().toString());
        Template.read(Path.of("deploy/template.yaml"), here, Map.of())
                .all("AWS::DynamoDB::Table")
                .forEach(table -> service.createTable(A.HOME.region(), table.properties()));
    }

    @AfterAll
    void stop() {
        client.close();
        endpoint.close();
        service.close();
    }

    /** Only what the sparse index holds of a restore. */
    @Test
    void ten_thousand_that_are_overdue_are_found_oldest_first() {
        Instant from = A.NOW.plus(Duration.ofDays(1000));
        List<RestoreId> all = IntStream.range(0, 10_000)
                .mapToObj(number -> RestoreId.of("due " + number))
                .toList();
        IntStream.range(0, all.size() / BATCH).forEach(batch -> put(all, batch * BATCH, from));

        List<RestoreId> overdue =
                store().overdue(from.plus(Duration.ofDays(1)), 100_000).await().indefinitely();

        assertThat(overdue.subList(overdue.size() - all.size(), overdue.size())).isEqualTo(all);
    }

    private void put(List<RestoreId> all, int first, Instant from) {
        List<WriteRequest> writes = IntStream.range(first, first + BATCH)
                .mapToObj(number -> item(all.get(number), from.plusMillis(number)))
                .map(item ->
                        WriteRequest.builder().putRequest(put -> put.item(item)).build())
                .toList();
        client.batchWriteItem(batch -> batch.requestItems(Map.of(config.stateTable(), writes)))
                .join();
    }

    private static Map<String, AttributeValue> item(RestoreId id, Instant due) {
        Map<String, AttributeValue> item = new HashMap<>(Items.restoreKey(id));
        item.put(Items.DUE, Items.text(Items.DUE));
        item.put("wakeAt", Items.number(due.toEpochMilli()));
        return item;
    }

    @Override
    protected Refusals refusals() {
        return new DynamoDbRefusals(client, config);
    }

    @Override
    protected Restores store() {
        return new DynamoDbRestores(client, config, new Writes(config, A.HOME));
    }
}
