package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Restore;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The sparse index of what is due, in several partitions: each commit moves its restore in it, and one partition takes a
 * thousand writes a second. A retirement, which nothing but the sweep wakes for days, stands in the one that every version
 * reads; one that failed is due no more, and stands in a partition that no sweep reads, so that pages find it.
 */
final class DueIndex {

    /** Of the index, and its partition key. */
    static final String NAME = "due";

    /** Its sort key. */
    static final String WAKE_AT = "wakeAt";

    /** Where versions before this one put all. */
    private static final String COMMON = NAME;

    private static final String FAILED_RETIREMENTS = "retirement#failed";

    private static final int PARTITIONS = 8;

    private static final String FAR_OFF = "9999-01-01T00:00:00Z";

    private DueIndex() {}

    /** Nothing of one that is not to be found here. */
    static Map<String, AttributeValue> attributes(Restore restore) {
        String partition = restore.retires() ? COMMON : partition(restore.id());
        return restore.schedule()
                .wakeAt()
                .map(wakeAt -> attributes(partition, wakeAt))
                .orElseGet(() -> restore.retires() && restore.needsAPerson()
                        ? attributes(FAILED_RETIREMENTS, restore.progress().since())
                        : Map.of());
    }

    private static Map<String, AttributeValue> attributes(String partition, Instant at) {
        return Map.of(NAME, Items.text(partition), WAKE_AT, Items.number(at.toEpochMilli()));
    }

    static String partition(RestoreId id) {
        return partition(Math.floorMod(id.value().hashCode(), PARTITIONS));
    }

    private static String partition(int number) {
        return NAME + "#" + number;
    }

    /** Oldest first. One that moves from one partition to another meanwhile may be seen in both. */
    static Uni<List<RestoreId>> before(DynamoDbAsyncClient dynamoDb, String table, Instant before, int atMost) {
        List<Uni<List<Map<String, AttributeValue>>>> all = Stream.concat(
                        Stream.of(COMMON), IntStream.range(0, PARTITIONS).mapToObj(DueIndex::partition))
                .map(partition -> QueryPages.all(dynamoDb, query(table, partition, before), atMost))
                .toList();
        return Uni.join()
                .all(all)
                .andFailFast()
                .map(found -> found.stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparingLong(item -> Items.numberOf(item, WAKE_AT)))
                        .map(Items::idOf)
                        .distinct()
                        .limit(atMost)
                        .toList());
    }

    /** Those that are live or failed, and others that a version before this one put beside them; the earliest day first. */
    static Uni<List<RestoreId>> retirements(DynamoDbAsyncClient dynamoDb, String table, int atMost) {
        return Uni.join()
                .all(Stream.of(FAILED_RETIREMENTS, COMMON)
                        .map(partition ->
                                QueryPages.all(dynamoDb, query(table, partition, Instant.parse(FAR_OFF)), atMost))
                        .toList())
                .andFailFast()
                .map(found -> found.stream()
                        .flatMap(List::stream)
                        .map(Items::idOf)
                        .distinct()
                        .toList());
    }

    private static QueryRequest query(String table, String partition, Instant before) {
        return QueryRequest.builder()
                .tableName(table)
                .indexName(NAME)
                .keyConditionExpression("due = :due and wakeAt < :before")
                .expressionAttributeValues(
                        Map.of(":due", Items.text(partition), ":before", Items.number(before.toEpochMilli())))
                .build();
    }
}
