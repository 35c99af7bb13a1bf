package io.aurorarestore.aws.dynamodb;

import io.aurorarestore.config.ServiceConfig;
import io.aurorarestore.restore.AuditEntry;
import io.aurorarestore.restore.Home;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.RestoreId;
import io.aurorarestore.restore.Transition;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Works out the writes that belong in one transaction. */
@ApplicationScoped
class Writes {

    static final String ABSENT = "attribute_not_exists(pk)";

    private final ServiceConfig config;
    private final Home home;

    Writes(ServiceConfig config, Home home) {
        this.config = config;
        this.home = home;
    }

    /** The restore first, the target's lock, a refusal: their order tells which condition failed. */
    List<TransactWriteItem> opening(Restore fresh, AuditEntry entry) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(put(Items.restore(fresh), ABSENT));
        writes.add(put(Items.lock(fresh), ABSENT));
        writes.add(notRefused(fresh));
        writes.add(audit(entry));
        fresh.interests(home).forEach(arn -> writes.add(interest(arn, fresh.id())));
        return writes;
    }

    /** The restore first, on condition that nobody else committed. */
    List<TransactWriteItem> transition(Transition transition) {
        Restore before = transition.before();
        Restore after = transition.after();
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(onVersion(after, before.version()));
        transition.entry().ifPresent(entry -> writes.add(audit(entry)));
        gained(before, after).forEach(arn -> writes.add(interest(arn, after.id())));
        gained(after, before).forEach(arn -> writes.add(delete(Items.interestKey(arn, after.id()))));
        if (before.holdsTarget() && !after.holdsTarget()) {
            writes.add(unlock(after));
        }
        transition
                .operation()
                .ifPresent(done -> writes.add(put(
                        Items.operated(done, transition.entry().orElseThrow().at()), ABSENT)));
        transition.retirement().ifPresent(retirement -> {
            writes.add(put(Items.restore(retirement), ABSENT));
            retirement.interests(home).forEach(arn -> writes.add(interest(arn, retirement.id())));
        });
        return writes;
    }

    private Set<String> gained(Restore from, Restore to) {
        Set<String> gained = new TreeSet<>(to.interests(home));
        gained.removeAll(from.interests(home));
        return gained;
    }

    private TransactWriteItem onVersion(Restore after, long version) {
        return put(Put.builder()
                .tableName(config.stateTable())
                .item(Items.restore(after))
                .conditionExpression("version = :before")
                .expressionAttributeValues(Map.of(":before", Items.number(version)))
                .build());
    }

    private TransactWriteItem put(Map<String, AttributeValue> item, String condition) {
        return put(Put.builder()
                .tableName(config.stateTable())
                .item(item)
                .conditionExpression(condition)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build());
    }

    private TransactWriteItem notRefused(Restore fresh) {
        return TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(config.stateTable())
                        .key(RefusalItems.key(fresh.order().key()))
                        .conditionExpression(ABSENT)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    private TransactWriteItem interest(String arn, RestoreId id) {
        return put(Put.builder()
                .tableName(config.stateTable())
                .item(Items.interest(arn, id))
                .build());
    }

    private TransactWriteItem audit(AuditEntry entry) {
        return put(Put.builder()
                .tableName(config.auditTable())
                .item(Items.audit(entry, config.auditRetention()))
                .conditionExpression("attribute_not_exists(restoreId)")
                .build());
    }

    private TransactWriteItem unlock(Restore ended) {
        return TransactWriteItem.builder()
                .delete(Delete.builder()
                        .tableName(config.stateTable())
                        .key(Items.lockKey(ended.target()))
                        .conditionExpression("restoreId = :mine")
                        .expressionAttributeValues(
                                Map.of(":mine", Items.text(ended.id().value())))
                        .build())
                .build();
    }

    private TransactWriteItem delete(Map<String, AttributeValue> key) {
        return TransactWriteItem.builder()
                .delete(gone -> gone.tableName(config.stateTable()).key(key))
                .build();
    }

    private static TransactWriteItem put(Put put) {
        return TransactWriteItem.builder().put(put).build();
    }
}
