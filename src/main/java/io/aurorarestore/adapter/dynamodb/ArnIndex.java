package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.model.RestoreId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Finds the restores that ARNs concern, all in one consistent read. It reads with them the mark that nothing of an
 * earlier version is left; without that each ARN is asked for once more, by a query.
 */
final class ArnIndex {

    private final DynamoDbAsyncClient dynamoDb;
    private final String table;
    private final BatchRead items;

    ArnIndex(DynamoDbAsyncClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.items = new BatchRead(dynamoDb, table, true);
    }

    Uni<Map<String, List<RestoreId>>> of(Collection<String> arns) {
        Set<String> wanted = Set.copyOf(arns);
        return items.of(keys(wanted).toList()).chain(found -> in(found, wanted));
    }

    /** What has to be read to know whom they concern. */
    static Stream<Map<String, AttributeValue>> keys(Set<String> arns) {
        return arns.isEmpty()
                ? Stream.empty()
                : Stream.concat(arns.stream().map(ArnItems::key), Stream.of(ArnItems.ALL_SHARED));
    }

    /** Whom they concern, by what was read, other items among it; where that does not tell, they are asked for once more. */
    Uni<Map<String, List<RestoreId>>> in(List<Map<String, AttributeValue>> found, Set<String> arns) {
        return arns.isEmpty() || found.stream().anyMatch(ArnItems::isMark)
                ? Uni.createFrom().item(byArn(found))
                : queried(arns);
    }

    private static Map<String, List<RestoreId>> byArn(List<Map<String, AttributeValue>> items) {
        Map<String, List<RestoreId>> all = new HashMap<>();
        items.stream()
                .filter(ArnItems::isOne)
                .forEach(item -> ArnItems.restores(item)
                        .forEach(id -> all.computeIfAbsent(ArnItems.arn(item), arn -> new ArrayList<>())
                                .add(id)));
        return all;
    }

    private Uni<Map<String, List<RestoreId>>> queried(Set<String> arns) {
        return Multi.createFrom()
                .iterable(arns)
                .onItem()
                .transformToUniAndConcatenate(this::query)
                .collect()
                .in(HashMap::new, Map::putAll);
    }

    /** The shared item and those of single restores may name the same one. */
    private Uni<Map<String, List<RestoreId>>> query(String arn) {
        QueryRequest all = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("pk = :arn")
                .expressionAttributeValues(Map.of(":arn", Items.text(ArnItems.partition(arn))))
                .consistentRead(true)
                .build();
        return QueryPages.all(dynamoDb, all, Integer.MAX_VALUE).map(found -> {
            Set<RestoreId> ids = ArnItems.sorted(found.stream().flatMap(item -> ArnItems.restores(item).stream()));
            return ids.isEmpty() ? Map.of() : Map.of(arn, List.copyOf(ids));
        });
    }
}
