package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.adapter.dynamodb.ConditionalWrite.Guard;
import io.aurorarestore.adapter.dynamodb.stored.RestoreDocument;
import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.CompletedOperation;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Transition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Builds the writes of the DynamoDB transaction that opens a restore, or commits a transition of it. */
@ApplicationScoped
class TransactionWrites {

    static final String ABSENT = "attribute_not_exists(pk)";

    private final ServiceConfig config;
    private final Home home;

    TransactionWrites(ServiceConfig config, Home home) {
        this.config = config;
        this.home = home;
    }

    List<ConditionalWrite> opening(Restore fresh, AuditEntry entry) {
        List<ConditionalWrite> writes = new ArrayList<>();
        writes.add(put(Guard.NEW_RESTORE, Items.restore(fresh), ABSENT));
        writes.add(put(Guard.TARGET_LOCK, Items.lock(fresh), ABSENT));
        fresh.lockedSecret()
                .ifPresent(secret -> writes.add(put(Guard.SECRET_LOCK, Items.secretLock(secret, fresh.id()), ABSENT)));
        writes.add(notRefused(fresh));
        writes.add(audit(entry));
        writes.add(put(Items.accepted(fresh)));
        writes.add(put(Items.summary(fresh)));
        ArnChanges.ofOpening(fresh, home).forEach(change -> writes.add(change.write(config.stateTable(), Map.of())));
        return writes;
    }

    /**
     * On condition that nobody else committed.
     *
     * @param stored how the restore is stored: what an earlier version left out is added
     * @param seen whom ARNs concern, where a try has shown that it was not as thought
     */
    List<ConditionalWrite> transition(Transition transition, StoredForm stored, Map<String, Set<RestoreId>> seen) {
        Restore before = transition.before();
        Restore after = transition.after();
        List<ConditionalWrite> writes = new ArrayList<>();
        writes.add(onVersion(after, before.version(), stored));
        if (stored.schema() < RestoreDocument.SCHEMA) {
            writes.add(put(Items.accepted(after)));
        }
        if (!after.retires() && (!stored.summarized() || before.status() != after.status())) {
            writes.add(put(Items.summary(after)));
        }
        transition.entries().forEach(entry -> writes.add(audit(entry)));
        ArnChanges.of(transition, !stored.sharing(), home)
                .forEach(change -> writes.add(change.write(config.stateTable(), seen)));
        if (!stored.sharing()) {
            writes.addAll(withoutOwnItems(before));
            writes.add(delete(ArnItems.ALL_SHARED));
        }
        if (before.holdsTarget() && !after.holdsTarget()) {
            writes.addAll(unlock(after));
        }
        transition.operation().ifPresent(done -> writes.add(operated(done, transition)));
        transition.retirement().ifPresent(retirement -> writes.addAll(opened(retirement)));
        transition.durations().ifPresent(took -> writes.add(put(Items.durations(after, took))));
        return writes;
    }

    private ConditionalWrite operated(CompletedOperation done, Transition transition) {
        Instant at = transition.entries().get(0).at();
        return put(Guard.OPERATION, Items.operated(done, at), ABSENT);
    }

    private List<ConditionalWrite> opened(Restore retirement) {
        List<ConditionalWrite> writes = new ArrayList<>();
        writes.add(put(Guard.RETIREMENT, Items.restore(retirement), ABSENT));
        writes.add(put(Items.accepted(retirement)));
        return writes;
    }

    /**
     * Lets a restore that an earlier version has stored stand in the items that restores share, and changes nothing else
     * of it.
     */
    List<ConditionalWrite> sharing(Restore stored) {
        TransactWriteItem marked = write(one -> one.update(update -> update.tableName(config.stateTable())
                .key(Items.restoreKey(stored.id()))
                .updateExpression("set #arns = :shared")
                .conditionExpression("version = :version and attribute_not_exists(#arns)")
                .expressionAttributeNames(Map.of("#arns", ArnItems.FORM))
                .expressionAttributeValues(
                        Map.of(":shared", Items.number(ArnItems.SHARED), ":version", Items.number(stored.version())))));
        List<ConditionalWrite> writes = new ArrayList<>();
        writes.add(new ConditionalWrite(marked, Guard.VERSION));
        ArnChanges.ofOpening(stored, home).forEach(change -> writes.add(change.write(config.stateTable(), Map.of())));
        writes.addAll(withoutOwnItems(stored));
        return writes;
    }

    private List<ConditionalWrite> withoutOwnItems(Restore stored) {
        return stored.interests(home).stream()
                .map(arn -> delete(ArnItems.ownKey(arn, stored.id())))
                .toList();
    }

    private ConditionalWrite onVersion(Restore after, long version, StoredForm stored) {
        Put put = Put.builder()
                .tableName(config.stateTable())
                .item(Items.restore(after))
                .conditionExpression("version = :before and " + stored.condition())
                .expressionAttributeNames(stored.names())
                .expressionAttributeValues(
                        Map.of(":before", Items.number(version), ":stored", Items.number(stored.schema())))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
        return new ConditionalWrite(write(one -> one.put(put)), Guard.VERSION);
    }

    private ConditionalWrite put(Guard guard, Map<String, AttributeValue> item, String condition) {
        Put put = Put.builder()
                .tableName(config.stateTable())
                .item(item)
                .conditionExpression(condition)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
        return new ConditionalWrite(write(one -> one.put(put)), guard);
    }

    private ConditionalWrite put(Map<String, AttributeValue> item) {
        return new ConditionalWrite(
                write(one -> one.put(put -> put.tableName(config.stateTable()).item(item))), Guard.NONE);
    }

    private ConditionalWrite notRefused(Restore fresh) {
        TransactWriteItem check = write(one -> one.conditionCheck(refusal -> refusal.tableName(config.stateTable())
                .key(RejectedRequestItems.key(fresh.accepted().key()))
                .conditionExpression(ABSENT)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)));
        return new ConditionalWrite(check, Guard.NOT_REFUSED);
    }

    private ConditionalWrite audit(AuditEntry entry) {
        TransactWriteItem put = write(one -> one.put(item -> item.tableName(config.auditTable())
                .item(Items.audit(entry, config.auditRetention()))
                .conditionExpression("attribute_not_exists(restoreId)")));
        return new ConditionalWrite(put, Guard.ENTRY);
    }

    /** A restore that an earlier version opened holds no secret. */
    private List<ConditionalWrite> unlock(Restore ended) {
        List<ConditionalWrite> writes = new ArrayList<>();
        writes.add(unlock(Guard.TARGET_LOCK, Items.lockKey(ended.target()), ended, "restoreId = :mine"));
        ended.lockedSecret()
                .map(Items::secretLockKey)
                .ifPresent(key -> writes.add(unlock(Guard.SECRET_LOCK, key, ended, ABSENT + " or restoreId = :mine")));
        return writes;
    }

    private ConditionalWrite unlock(Guard guard, Map<String, AttributeValue> key, Restore ended, String condition) {
        TransactWriteItem delete = write(one -> one.delete(lock -> lock.tableName(config.stateTable())
                .key(key)
                .conditionExpression(condition)
                .expressionAttributeValues(Map.of(":mine", Items.text(ended.id().value())))));
        return new ConditionalWrite(delete, guard);
    }

    private ConditionalWrite delete(Map<String, AttributeValue> key) {
        return new ConditionalWrite(
                write(one ->
                        one.delete(gone -> gone.tableName(config.stateTable()).key(key))),
                Guard.NONE);
    }

    private static TransactWriteItem write(Consumer<TransactWriteItem.Builder> one) {
        return TransactWriteItem.builder().applyMutation(one).build();
    }
}
