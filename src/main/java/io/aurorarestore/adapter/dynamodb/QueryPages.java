package io.aurorarestore.adapter.dynamodb;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads a query's pages, one after the other. */
final class QueryPages {

    private QueryPages() {}

    static Uni<List<Map<String, AttributeValue>>> all(DynamoDbAsyncClient dynamoDb, QueryRequest query, int atMost) {
        return collect(dynamoDb, query, atMost, new ArrayList<>());
    }

    private static Uni<List<Map<String, AttributeValue>>> collect(
            DynamoDbAsyncClient dynamoDb, QueryRequest query, int atMost, List<Map<String, AttributeValue>> sofar) {
        return DynamoDbErrors.call(() -> dynamoDb.query(query)).chain(page -> {
            page.items().stream().limit(atMost - sofar.size()).forEach(sofar::add);
            return !page.hasLastEvaluatedKey() || sofar.size() == atMost
                    ? Uni.createFrom().item(sofar)
                    : collect(
                            dynamoDb,
                            query.toBuilder()
                                    .exclusiveStartKey(page.lastEvaluatedKey())
                                    .build(),
                            atMost,
                            sofar);
        });
    }
}
