package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.adapter.dynamodb.ConditionalWrite.Guard;
import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.CompletedOperation;
import io.aurorarestore.model.restore.RejectedRequest;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.port.CommitRefusedException;
import io.aurorarestore.port.CommitRefusedException.Why;
import io.aurorarestore.port.LookedUp;
import io.aurorarestore.port.Lookup;
import io.aurorarestore.port.OpenResult;
import io.aurorarestore.port.Restores;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Stores restores in DynamoDB: every change is one transaction. */
@ApplicationScoped
class DynamoDbRestores implements Restores {

    private static final int TRIES = 5;
    private static final Duration SHORTLY = Duration.ofMillis(50);

    private final DynamoDbAsyncClient dynamoDb;
    private final ServiceConfig config;
    private final TransactionWrites writes;
    private final ArnIndex arns;
    private final Lookups lookups;

    DynamoDbRestores(DynamoDbAsyncClient dynamoDb, ServiceConfig config, TransactionWrites writes) {
        this.dynamoDb = dynamoDb;
        this.config = config;
        this.writes = writes;
        this.arns = new ArnIndex(dynamoDb, config.stateTable());
        this.lookups = new Lookups(dynamoDb, config.stateTable(), arns);
    }

    @Override
    public Uni<Optional<Restore>> load(RestoreId id) {
        QueryRequest all = QueryRequest.builder()
                .tableName(config.stateTable())
                .keyConditionExpression("pk = :restore")
                .expressionAttributeValues(
                        Map.of(":restore", Items.restoreKey(id).get("pk")))
                .consistentRead(true)
                .build();
        return DynamoDbErrors.call(() -> dynamoDb.query(all)).map(answer -> Items.restore(answer.items()));
    }

    @Override
    public Uni<OpenResult> open(Restore fresh, AuditEntry entry) {
        List<ConditionalWrite> guarded = writes.opening(fresh, entry);
        return transact(guarded)
                .<OpenResult>map(done -> new OpenResult.Opened(fresh))
                .onFailure(DynamoDbErrors::conditionFailed)
                .recoverWithUni(failure -> inTheWay(fresh, failed(guarded, failure)))
                .onFailure()
                .transform(DynamoDbErrors::classify);
    }

    private Uni<OpenResult> inTheWay(Restore fresh, Map<Guard, CancellationReason> failed) {
        if (failed.containsKey(Guard.NEW_RESTORE)) {
            return load(fresh.id()).map(known -> new OpenResult.Known(known.orElseThrow()));
        }
        if (failed.containsKey(Guard.NOT_REFUSED)) {
            RejectedRequest earlier =
                    RejectedRequestItems.refusal(failed.get(Guard.NOT_REFUSED).item());
            return Uni.createFrom().item(new OpenResult.Rejected(earlier));
        }
        if (failed.containsKey(Guard.TARGET_LOCK)) {
            return Uni.createFrom().item(new OpenResult.Busy(holder(failed.get(Guard.TARGET_LOCK))));
        }
        if (failed.containsKey(Guard.SECRET_LOCK)) {
            return Uni.createFrom().item(new OpenResult.SecretInUse(holder(failed.get(Guard.SECRET_LOCK))));
        }
        return Uni.createFrom().failure(refused(fresh.id(), failed.keySet()));
    }

    private static RestoreId holder(CancellationReason lock) {
        return Items.owner(lock.item());
    }

    @Override
    public Uni<Boolean> commit(Transition transition) {
        return commit(new CommitTry(transition)).onFailure().transform(DynamoDbErrors::classify);
    }

    private Uni<Boolean> commit(CommitTry attempt) {
        List<ConditionalWrite> guarded = writes.transition(attempt.transition(), attempt.stored(), attempt.seen());
        return transact(guarded)
                .map(done -> true)
                .onFailure(DynamoDbErrors::conditionFailed)
                .recoverWithUni(failure -> unlessLost(attempt, guarded, (TransactionCanceledException) failure));
    }

    /** Only a failed condition on the version means that somebody else was first. */
    private Uni<Boolean> unlessLost(
            CommitTry attempt, List<ConditionalWrite> guarded, TransactionCanceledException cancelled) {
        Map<Guard, CancellationReason> failed = failed(guarded, cancelled);
        Restore before = attempt.transition().before();
        if (failed.containsKey(Guard.VERSION)) {
            Map<String, AttributeValue> now = failed.get(Guard.VERSION).item();
            return isOf(before, now) && StoredForm.of(now).isEarlierThan(attempt.stored())
                    ? commit(attempt.storedAs(StoredForm.of(now)))
                    : Uni.createFrom().item(false);
        }
        if (failed.containsKey(Guard.OPERATION)) {
            return Uni.createFrom().item(false);
        }
        return failed.keySet().equals(Set.of(Guard.ARN))
                ? commit(attempt.seeing(guarded, cancelled.cancellationReasons()))
                : Uni.createFrom().failure(refused(before.id(), failed.keySet()));
    }

    /** Nobody committed since, but it is stored in another form. */
    private static boolean isOf(Restore before, Map<String, AttributeValue> now) {
        return now.containsKey("version") && now.get("version").n().equals(Long.toString(before.version()));
    }

    private static CommitRefusedException refused(RestoreId id, Set<Guard> failed) {
        Why why = failed.contains(Guard.ENTRY) ? Why.ENTRY_EXISTS : Why.CONDITION;
        return new CommitRefusedException(why, "A change of restore " + id + " was refused: " + failed + ".");
    }

    private static Map<Guard, CancellationReason> failed(List<ConditionalWrite> guarded, Throwable failure) {
        List<CancellationReason> reasons = ((TransactionCanceledException) failure).cancellationReasons();
        Map<Guard, CancellationReason> failed = new EnumMap<>(Guard.class);
        for (int at = 0; at < reasons.size(); at++) {
            if (DynamoDbErrors.isFailed(reasons.get(at))) {
                failed.put(guarded.get(at).guard(), reasons.get(at));
            }
        }
        return failed;
    }

    @Override
    public Uni<Long> lastEntry(RestoreId id) {
        return DynamoDbErrors.call(() -> dynamoDb.query(query -> query.tableName(config.auditTable())
                        .keyConditionExpression("restoreId = :id")
                        .expressionAttributeValues(Map.of(":id", Items.text(id.value())))
                        .projectionExpression("seq")
                        .scanIndexForward(false)
                        .consistentRead(true)
                        .limit(1)))
                .map(answer -> answer.items().stream()
                        .map(item -> Items.numberOf(item, "seq"))
                        .findFirst()
                        .orElse(0L));
    }

    @Override
    public Uni<Map<String, List<RestoreId>>> interestedIn(Collection<String> wanted) {
        return arns.of(wanted);
    }

    @Override
    public Uni<LookedUp> lookUp(Lookup wanted) {
        return lookups.of(wanted);
    }

    @Override
    public Uni<Optional<RestoreId>> holder(String target) {
        return DynamoDbErrors.call(() -> dynamoDb.getItem(ask -> ask.tableName(config.stateTable())
                        .key(Items.lockKey(target))
                        .consistentRead(true)))
                .map(answer -> answer.hasItem() ? Optional.of(Items.owner(answer.item())) : Optional.empty());
    }

    @Override
    public Uni<Optional<CompletedOperation>> operated(String key) {
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
        return DueIndex.before(dynamoDb, config.stateTable(), before, atMost);
    }

    /** A conflict with another transaction says nothing yet: it is tried again. */
    Uni<Void> transact(List<ConditionalWrite> guarded) {
        List<TransactWriteItem> items =
                guarded.stream().map(ConditionalWrite::write).toList();
        return Uni.createFrom()
                .item(() -> ItemSizes.checked(items))
                .chain(checked -> Uni.createFrom()
                        .completionStage(() -> dynamoDb.transactWriteItems(all -> all.transactItems(checked))))
                .replaceWithVoid()
                .onFailure(failure ->
                        failure instanceof TransactionCanceledException && !DynamoDbErrors.conditionFailed(failure))
                .retry()
                .withBackOff(SHORTLY)
                .atMost(TRIES);
    }
}
