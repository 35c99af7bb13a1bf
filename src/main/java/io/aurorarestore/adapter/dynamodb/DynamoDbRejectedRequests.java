package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.RejectedRequest;
import io.aurorarestore.port.RejectedRequests;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Stores rejected requests beside the restores, and in the audit table under the day they were made. */
@ApplicationScoped
class DynamoDbRejectedRequests implements RejectedRequests {

    private final DynamoDbAsyncClient dynamoDb;
    private final ServiceConfig config;

    DynamoDbRejectedRequests(DynamoDbAsyncClient dynamoDb, ServiceConfig config) {
        this.dynamoDb = dynamoDb;
        this.config = config;
    }

    @Override
    public Uni<Optional<Standing>> standing(String key) {
        return DynamoDbErrors.call(() -> dynamoDb.getItem(ask -> ask.tableName(config.stateTable())
                        .key(RejectedRequestItems.key(key))
                        .consistentRead(true)))
                .map(answer -> answer.hasItem()
                        ? Optional.of(RejectedRequestItems.standing(answer.item()))
                        : Optional.empty());
    }

    @Override
    public Uni<Standing> remember(RejectedRequest refusal) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.transactWriteItems(all -> all.transactItems(writes(refusal))))
                .map(done -> new Standing(refusal, false))
                .onFailure(DynamoDbErrors::conditionFailed)
                .recoverWithItem(failure -> inTheWay(refusal, (TransactionCanceledException) failure))
                .onFailure()
                .transform(DynamoDbErrors::classify);
    }

    private List<TransactWriteItem> writes(RejectedRequest refusal) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(write(one -> one.put(put -> put.tableName(config.stateTable())
                .item(RejectedRequestItems.remembered(refusal))
                .conditionExpression(TransactionWrites.ABSENT)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))));
        writes.add(
                write(one -> one.put(put -> put.tableName(config.auditTable()).item(audit(refusal)))));
        if (refusal.failure().code() != FailureCode.KEY_REUSED) {
            writes.add(write(one -> one.conditionCheck(check -> check.tableName(config.stateTable())
                    .key(Items.restoreKey(RestoreId.of(refusal.key())))
                    .conditionExpression(TransactionWrites.ABSENT))));
        }
        return writes;
    }

    private static TransactWriteItem write(Consumer<TransactWriteItem.Builder> one) {
        return TransactWriteItem.builder().applyMutation(one).build();
    }

    /** In the order of the writes: an earlier refusal, or else a restore that was opened under the key. */
    private static Standing inTheWay(RejectedRequest refusal, TransactionCanceledException cancelled) {
        CancellationReason earlier = cancelled.cancellationReasons().get(0);
        return earlier.hasItem() ? RejectedRequestItems.standing(earlier.item()) : new Standing(refusal, true);
    }

    @Override
    public Uni<Void> told(RejectedRequest refusal) {
        return DynamoDbErrors.call(() -> dynamoDb.updateItem(update -> update.tableName(config.stateTable())
                        .key(RejectedRequestItems.key(refusal.key()))
                        .updateExpression("set told = :yes, delivery = :delivery")
                        .expressionAttributeValues(Map.of(
                                ":yes",
                                AttributeValue.fromBool(true),
                                ":delivery",
                                AttributeValue.fromS(refusal.delivery())))))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> note(RejectedRequest refusal) {
        return DynamoDbErrors.call(() -> dynamoDb.putItem(
                        put -> put.tableName(config.auditTable()).item(audit(refusal))))
                .replaceWithVoid();
    }

    private Map<String, AttributeValue> audit(RejectedRequest refusal) {
        return RejectedRequestItems.audited(refusal, config.auditRetention());
    }
}
