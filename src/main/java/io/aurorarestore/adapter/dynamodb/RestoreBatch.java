package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.model.RestoreId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the restores of a page in a call or two: their states, and what was accepted. */
final class RestoreBatch {

    private final BatchRead items;

    RestoreBatch(DynamoDbAsyncClient dynamoDb, String table) {
        this.items = new BatchRead(dynamoDb, table, false);
    }

    /** The items of each, as far as it has them. */
    Uni<Map<RestoreId, List<Map<String, AttributeValue>>>> of(List<RestoreId> ids) {
        List<Map<String, AttributeValue>> keys = ids.stream()
                .distinct()
                .flatMap(id -> Stream.of(Items.restoreKey(id), Items.orderKey(id)))
                .toList();
        return items.of(keys).map(found -> found.stream().collect(Collectors.groupingBy(Items::idOf)));
    }
}
