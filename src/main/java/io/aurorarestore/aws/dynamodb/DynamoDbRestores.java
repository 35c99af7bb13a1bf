package io.aurorarestore.aws.dynamodb;

import io.aurorarestore.config.ServiceConfig;
import io.aurorarestore.port.Opening;
import io.aurorarestore.port.Restores;
import io.aurorarestore.restore.AuditEntry;
import io.aurorarestore.restore.Operated;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.RestoreId;
import io.aurorarestore.restore.Transition;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Restores in DynamoDB: every change is one transaction. */
@ApplicationScoped
class DynamoDbRestores implements Restores {

    private static final int TRIES = 5;
    private static final Duration SHORTLY = Duration.ofMillis(50);

    private final DynamoDbAsyncClient dynamoDb;
    private final ServiceConfig config;
    private final Writes writes;

    DynamoDbRestores(DynamoDbAsyncClient dynamoDb, ServiceConfig config, Writes writes) {
        this.dynamoDb = dynamoDb;
        this.config = config;
        this.writes = writes;
    }

    @Override
    public Uni<Optional<Restore>> load(RestoreId id) {
        return DynamoDbErrors.call(() -> dynamoDb.getItem(ask -> ask.tableName(config.stateTable())
                        .key(Items.restoreKey(id))
                        .consistentRead(true)))
                .map(answer -> answer.hasItem() ? Optional.of(Items.restore(answer.item())) : Optional.empty());
    }

    @Override
    public Uni<Opening> open(Restore fresh, AuditEntry entry) {
        return transact(writes.opening(fresh, entry))
                .<Opening>map(done -> new Opening.Opened(fresh))
                .onFailure(DynamoDbErrors::conditionFailed)
                .recoverWithItem(failure -> inTheWay(((TransactionCanceledException) failure).cancellationReasons()))
                .onFailure()
                .transform(DynamoDbErrors::classify);
    }

    @Override
    public Uni<Boolean> commit(Transition transition) {
        return transact(writes.transition(transition))
                .map(done -> true)
                .onFailure(DynamoDbErrors::conditionFailed)
                .recoverWithItem(false)
                .onFailure()
                .transform(DynamoDbErrors::classify);
    }

    @Override
    public Uni<List<RestoreId>> interestedIn(String arn) {
        return ids(
                QueryRequest.builder()
                        .tableName(config.stateTable())
                        .keyConditionExpression("pk = :arn")
                        .expressionAttributeValues(Map.of(":arn", Items.text(Items.interest(arn))))
                        .consistentRead(true)
                        .build(),
                Items::owner,
                Integer.MAX_VALUE);
    }

    @Override
    public Uni<Optional<RestoreId>> holder(String target) {
        return DynamoDbErrors.call(() -> dynamoDb.getItem(ask -> ask.tableName(config.stateTable())
                        .key(Items.lockKey(target))
                        .consistentRead(true)))
                .map(answer -> answer.hasItem() ? Optional.of(Items.owner(answer.item())) : Optional.empty());
    }

    @Override
    public Uni<Optional<Operated>> operated(String key) {
        return DynamoDbErrors.call(() -> dynamoDb.getItem(ask -> ask.tableName(config.stateTable())
                        .key(Items.operationKey(key))
                        .consistentRead(true)))
                .map(answer -> answer.hasItem() ? Optional.of(Items.operated(answer.item())) : Optional.empty());
    }

    /** An entry is immutable: the first of its number stays. */
    @Override
    public Uni<Void> note(AuditEntry entry) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.putItem(put -> put.tableName(config.auditTable())
                        .item(Items.audit(entry, config.auditRetention()))
                        .conditionExpression("attribute_not_exists(restoreId)")))
                .replaceWithVoid()
                .onFailure(ConditionalCheckFailedException.class)
                .recoverWithNull()
                .onFailure()
                .transform(DynamoDbErrors::classify);
    }

    @Override
    public Uni<List<RestoreId>> overdue(Instant before, int atMost) {
        return ids(
                QueryRequest.builder()
                        .tableName(config.stateTable())
                        .indexName(Items.DUE)
                        .keyConditionExpression("due = :due and wakeAt < :before")
                        .expressionAttributeValues(
                                Map.of(":due", Items.text(Items.DUE), ":before", Items.number(before.toEpochMilli())))
                        .build(),
                Items::idOf,
                atMost);
    }

    private Uni<List<RestoreId>> ids(
            QueryRequest query, Function<Map<String, AttributeValue>, RestoreId> id, int atMost) {
        return DynamoDbErrors.call(() -> dynamoDb.query(query)).chain(page -> {
            List<RestoreId> some = page.items().stream().map(id).limit(atMost).toList();
            return !page.hasLastEvaluatedKey() || some.size() == atMost
                    ? Uni.createFrom().item(some)
                    : ids(
                                    query.toBuilder()
                                            .exclusiveStartKey(page.lastEvaluatedKey())
                                            .build(),
                                    id,
                                    atMost - some.size())
                            .map(rest ->
                                    Stream.concat(some.stream(), rest.stream()).toList());
        });
    }

    /** A conflict with another transaction says nothing yet: it is tried again. Only a failed condition means "lost". */
    private Uni<Void> transact(List<TransactWriteItem> items) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.transactWriteItems(all -> all.transactItems(items)))
                .replaceWithVoid()
                .onFailure(failure ->
                        failure instanceof TransactionCanceledException && !DynamoDbErrors.conditionFailed(failure))
                .retry()
                .withBackOff(SHORTLY)
                .atMost(TRIES);
    }

    /** In the order of {@link Writes#opening}: the restore's own condition, the lock's, a refusal's. */
    private static Opening inTheWay(List<CancellationReason> reasons) {
        if (DynamoDbErrors.isFailed(reasons.get(0))) {
            return new Opening.Known(Items.restore(reasons.get(0).item()));
        }
        return DynamoDbErrors.isFailed(reasons.get(2))
                ? new Opening.Refused(RefusalItems.refusal(reasons.get(2).item()))
                : new Opening.Busy(Items.owner(reasons.get(1).item()));
    }
}
