package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads items by their keys: up to a hundred in one call, and in more where DynamoDB leaves some to be asked for again. */
final class BatchRead {

    /** BatchGetItem's limit, in keys. */
    private static final int AT_ONCE = 100;

    /** A batch is cut short at 16 MB: a page of the largest orders is a few of them. */
    private static final int MOST_BATCHES = 20;

    private final DynamoDbAsyncClient dynamoDb;
    private final String table;
    private final boolean consistent;

    BatchRead(DynamoDbAsyncClient dynamoDb, String table, boolean consistent) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.consistent = consistent;
    }

    /** @param keys none of them twice; one that there is not is missing from the answer */
    Uni<List<Map<String, AttributeValue>>> of(List<Map<String, AttributeValue>> keys) {
        return collect(keys, new ArrayList<>(), MOST_BATCHES + keys.size() / AT_ONCE);
    }

    private Uni<List<Map<String, AttributeValue>>> collect(
            List<Map<String, AttributeValue>> keys, List<Map<String, AttributeValue>> found, int batches) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(found);
        }
        if (batches == 0) {
            throw new CallFailedException(
                    CallFailedException.Kind.RETRY, FailureCode.AWS_REFUSED, "DynamoDB answers too slowly.");
        }
        int some = Math.min(AT_ONCE, keys.size());
        KeysAndAttributes wanted = KeysAndAttributes.builder()
                .keys(keys.subList(0, some))
                .consistentRead(consistent)
                .build();
        return DynamoDbErrors.call(() -> dynamoDb.batchGetItem(batch -> batch.requestItems(Map.of(table, wanted))))
                .chain(answer -> {
                    found.addAll(answer.responses().getOrDefault(table, List.of()));
                    Stream<Map<String, AttributeValue>> later = keys.stream().skip(some);
                    return collect(Stream.concat(left(answer), later).toList(), found, batches - 1);
                });
    }

    private Stream<Map<String, AttributeValue>> left(BatchGetItemResponse answer) {
        KeysAndAttributes left = answer.unprocessedKeys().get(table);
        return left == null ? Stream.of() : left.keys().stream();
    }
}
