package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.history.Durations;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads the items that are needed to accept a request, of two tables, in one call. */
record ApplicableProfiles(DynamoDbAsyncClient dynamoDb, ServiceConfig config) {

    /** DynamoDB may leave some of a batch out when it is busy. */
    private static final int MOST_BATCHES = 5;

    /**
     * The items that there are.
     *
     * @param profiles by name
     */
    record Found(Map<String, Map<String, AttributeValue>> profiles, Durations usual) {}

    Uni<Found> of(RestoreRequest request) {
        return collect(wanted(request), new HashMap<>(), MOST_BATCHES).map(this::found);
    }

    private Map<String, KeysAndAttributes> wanted(RestoreRequest request) {
        List<Map<String, AttributeValue>> names = Stream.of(request.profile(), RestoreRequest.DEFAULT_PROFILE)
                .distinct()
                .map(name -> Map.of("name", Items.text(name)))
                .toList();
        Map<String, AttributeValue> durations =
                Items.durationsKey(request.target(), request.source().series());
        return Map.of(
                config.configTable(), KeysAndAttributes.builder().keys(names).build(),
                config.stateTable(),
                        KeysAndAttributes.builder()
                                .keys(List.of(durations))
                                .consistentRead(true)
                                .build());
    }

    private Uni<Map<String, List<Map<String, AttributeValue>>>> collect(
            Map<String, KeysAndAttributes> wanted, Map<String, List<Map<String, AttributeValue>>> found, int batches) {
        if (batches == 0) {
            throw new CallFailedException(
                    CallFailedException.Kind.RETRY, FailureCode.AWS_REFUSED, "DynamoDB answers too slowly.");
        }
        return DynamoDbErrors.call(() -> dynamoDb.batchGetItem(batch -> batch.requestItems(wanted)))
                .chain(answer -> {
                    answer.responses()
                            .forEach((table, items) -> found.computeIfAbsent(table, first -> new ArrayList<>())
                                    .addAll(items));
                    return answer.unprocessedKeys().isEmpty()
                            ? Uni.createFrom().item(found)
                            : collect(answer.unprocessedKeys(), found, batches - 1);
                });
    }

    private Found found(Map<String, List<Map<String, AttributeValue>>> items) {
        Map<String, Map<String, AttributeValue>> profiles = new HashMap<>();
        items.getOrDefault(config.configTable(), List.of())
                .forEach(item -> profiles.put(Items.textOf(item, "name"), item));
        Optional<Durations> usual = items.getOrDefault(config.stateTable(), List.of()).stream()
                .findFirst()
                .map(Items::durations);
        return new Found(profiles, usual.orElse(Durations.NONE));
    }
}
