package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.port.Restores;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The store as it is deployed, on DynamoDB Local, and the calls that are made of it. */
public final class LocalStore implements AutoCloseable {

    /** BatchWriteItem's limit, and so many of them side by side. */
    private static final int BATCH = 25;

    private static final int AT_ONCE = 20;

    private final LocalTables tables = new LocalTables();
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private final DynamoDbAsyncClient counted = counted();
    private final TransactionWrites writes = new TransactionWrites(tables.config(), TestData.HOME);
    private final DynamoDbRestores restores = new DynamoDbRestores(counted, tables.config(), writes);

    public LocalStore() throws IOException {
        tables.start();
    }

    private DynamoDbAsyncClient counted() {
        return (DynamoDbAsyncClient) Proxy.newProxyInstance(
                DynamoDbAsyncClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbAsyncClient.class},
                (proxy, method, arguments) -> {
                    calls.merge(method.getName(), 1, Integer::sum);
                    try {
                        return method.invoke(tables.client(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    public Restores restores() {
        return restores;
    }

    /** By the operation. */
    public Map<String, Integer> calls() {
        return Map.copyOf(calls);
    }

    public void forgetCalls() {
        calls.clear();
    }

    /** As the sweep does: nothing of an earlier version is left. */
    public void rewriteEarlierItems() {
        new DynamoDbEarlierItems(counted, tables.config(), writes, restores, Clock.systemUTC())
                .rewrite(Instant.MAX)
                .await()
                .indefinitely();
    }

    /** Reads so many items that there are not, side by side, by the client itself. */
    public void readItems(int count) {
        List<CompletableFuture<?>> all = IntStream.range(0, count)
                .<CompletableFuture<?>>mapToObj(number -> tables.client()
                        .getItem(get -> get.tableName(tables.config().stateTable())
                                .key(ArnItems.key(TestData.HOME.clusterArn("foreign-" + number)))
                                .consistentRead(true)))
                .toList();
        all.forEach(CompletableFuture::join);
    }

    /** Restores as far as the indexes show them, some calls at once; without a time they have ended. */
    public void fill(List<RestoreId> ids, List<Instant> due) {
        for (int first = 0; first < ids.size(); first += BATCH * AT_ONCE) {
            List<RestoreId> some = ids.subList(first, Math.min(ids.size(), first + BATCH * AT_ONCE));
            List<CompletableFuture<?>> all = IntStream.range(0, (some.size() + BATCH - 1) / BATCH)
                    .<CompletableFuture<?>>mapToObj(at ->
                            put(some.subList(at * BATCH, Math.min(some.size(), (at + 1) * BATCH)), due))
                    .toList();
            all.forEach(CompletableFuture::join);
        }
    }

    private CompletableFuture<?> put(List<RestoreId> ids, List<Instant> due) {
        List<WriteRequest> writes = ids.stream()
                .map(id -> WriteRequest.builder()
                        .putRequest(put -> put.item(item(id, due)))
                        .build())
                .toList();
        return tables.client()
                .batchWriteItem(
                        batch -> batch.requestItems(Map.of(tables.config().stateTable(), writes)));
    }

    private static Map<String, AttributeValue> item(RestoreId id, List<Instant> due) {
        Map<String, AttributeValue> item = new HashMap<>(Items.restoreKey(id));
        due.forEach(at -> {
            item.put(DueIndex.NAME, Items.text(DueIndex.partition(id)));
            item.put("wakeAt", Items.number(at.toEpochMilli()));
        });
        return item;
    }

    @Override
    public void close() {
        tables.close();
    }
}
