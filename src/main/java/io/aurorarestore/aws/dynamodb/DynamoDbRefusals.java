package io.aurorarestore.aws.dynamodb;

import io.aurorarestore.config.ServiceConfig;
import io.aurorarestore.port.Refusals;
import io.aurorarestore.restore.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Refusals beside the restores, and in the audit table under the day they were made. */
@ApplicationScoped
class DynamoDbRefusals implements Refusals {

    private final DynamoDbAsyncClient dynamoDb;
    private final ServiceConfig config;

    DynamoDbRefusals(DynamoDbAsyncClient dynamoDb, ServiceConfig config) {
        this.dynamoDb = dynamoDb;
        this.config = config;
    }

    @Override
    public Uni<Standing> remember(Refusal refusal) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.transactWriteItems(all -> all.transactItems(
                        one -> one.put(put -> put.tableName(config.stateTable())
                                .item(RefusalItems.remembered(refusal))
                                .conditionExpression("attribute_not_exists(pk)")
                                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)),
                        one -> one.put(put -> put.tableName(config.auditTable()).item(audit(refusal))))))
                .map(done -> new Standing(refusal, false))
                .onFailure(DynamoDbRefusals::stands)
                .recoverWithItem(failure -> RefusalItems.standing(
                        earlier((TransactionCanceledException) failure).item()))
                .onFailure()
                .transform(DynamoDbErrors::classify);
    }

    @Override
    public Uni<Void> told(Refusal refusal) {
        return DynamoDbErrors.call(() -> dynamoDb.updateItem(update -> update.tableName(config.stateTable())
                        .key(RefusalItems.key(refusal.key()))
                        .updateExpression("set told = :yes, delivery = :delivery")
                        .expressionAttributeValues(Map.of(
                                ":yes",
                                AttributeValue.fromBool(true),
                                ":delivery",
                                AttributeValue.fromS(refusal.delivery())))))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> note(Refusal refusal) {
        return DynamoDbErrors.call(() -> dynamoDb.putItem(
                        put -> put.tableName(config.auditTable()).item(audit(refusal))))
                .replaceWithVoid();
    }

    private Map<String, AttributeValue> audit(Refusal refusal) {
        return RefusalItems.audited(refusal, config.auditRetention());
    }

    private static boolean stands(Throwable failure) {
        return failure instanceof TransactionCanceledException cancelled
                && earlier(cancelled).hasItem();
    }

    private static CancellationReason earlier(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().get(0);
    }
}
