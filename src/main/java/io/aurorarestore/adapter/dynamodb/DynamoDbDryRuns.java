package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.adapter.dynamodb.stored.RestoreDocument;
import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.DryRuns;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Stores dry runs in DynamoDB. No query for restores finds one: neither their keys nor their indexes have it. */
@ApplicationScoped
class DynamoDbDryRuns implements DryRuns {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final String ORDER = "ordered";

    private final DynamoDbAsyncClient dynamoDb;
    private final ServiceConfig config;

    DynamoDbDryRuns(DynamoDbAsyncClient dynamoDb, ServiceConfig config) {
        this.dynamoDb = dynamoDb;
        this.config = config;
    }

    @Override
    public Uni<Void> keep(Restore dryRun) {
        return DynamoDbErrors.call(() -> dynamoDb.putItem(
                        put -> put.tableName(config.stateTable()).item(item(dryRun))))
                .replaceWithVoid();
    }

    /** One that has expired may stand there for a while still. */
    @Override
    public Uni<Optional<Restore>> find(RestoreId id) {
        return DynamoDbErrors.call(() -> dynamoDb.getItem(
                        ask -> ask.tableName(config.stateTable()).key(key(id)).consistentRead(true)))
                .map(answer -> answer.hasItem() ? Optional.of(restore(answer.item())) : Optional.empty());
    }

    private static Map<String, AttributeValue> item(Restore dryRun) {
        Map<String, AttributeValue> item = new HashMap<>(key(dryRun.id()));
        item.put(Items.SCHEMA, Items.number(RestoreDocument.SCHEMA));
        item.put(ORDER, Items.text(RestoreDocument.accepted(dryRun)));
        item.put(Items.DOC, Items.text(RestoreDocument.state(dryRun)));
        item.put(
                "expiresAt",
                Items.number(dryRun.accepted().openedAt().plus(KEPT).getEpochSecond()));
        return item;
    }

    private static Restore restore(Map<String, AttributeValue> item) {
        return new RestoreDocument(
                        Items.schema(item), Optional.of(Items.textOf(item, ORDER)), Items.textOf(item, Items.DOC))
                .read();
    }

    private static Map<String, AttributeValue> key(RestoreId id) {
        return Map.of("pk", Items.text("DRYRUN#" + id), "sk", Items.text("DRYRUN"));
    }
}
