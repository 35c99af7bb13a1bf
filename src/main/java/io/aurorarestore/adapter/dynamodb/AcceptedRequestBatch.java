package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads the accepted requests of a page of restores in one call. */
final class AcceptedRequestBatch {

    /** A batch is cut short at 16 MB: a page of the largest orders is a few of them. */
    private static final int MOST_BATCHES = 20;

    private final DynamoDbAsyncClient dynamoDb;
    private final String table;

    AcceptedRequestBatch(DynamoDbAsyncClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** @param ids at most 100; one without an order of its own is missing from the answer */
    Uni<Map<RestoreId, Map<String, AttributeValue>>> of(List<RestoreId> ids) {
        List<Map<String, AttributeValue>> keys =
                ids.stream().distinct().map(Items::orderKey).toList();
        return collect(keys, new HashMap<>(), MOST_BATCHES);
    }

    private Uni<Map<RestoreId, Map<String, AttributeValue>>> collect(
            List<Map<String, AttributeValue>> keys, Map<RestoreId, Map<String, AttributeValue>> found, int batches) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(found);
        }
        if (batches == 0) {
            throw new CallFailedException(
                    CallFailedException.Kind.RETRY, FailureCode.AWS_REFUSED, "DynamoDB answers too slowly.");
        }
        return DynamoDbErrors.call(() -> dynamoDb.batchGetItem(batch -> batch.requestItems(
                        Map.of(table, KeysAndAttributes.builder().keys(keys).build()))))
                .chain(answer -> {
                    answer.responses()
                            .getOrDefault(table, List.of())
                            .forEach(item -> found.put(Items.idOf(item), item));
                    KeysAndAttributes left = answer.unprocessedKeys().get(table);
                    return collect(left == null ? List.of() : left.keys(), found, batches - 1);
                });
    }
}
