package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.adapter.dynamodb.ConditionalWrite.Guard;
import io.aurorarestore.model.RestoreId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * What a transaction changes of an ARN's item: one write for all, as a transaction may write an item but once. Whoever
 * only joins adds to the set, whatever is in it. Whoever leaves has to know what is left, so that an emptied item goes:
 * the first try takes those that leave to be alone there, and the next one what was seen.
 */
record ArnChange(String arn, Set<RestoreId> joining, Set<RestoreId> leaving) {

    /** @param seen what is in the set, where a try has shown it */
    ConditionalWrite write(String table, Map<String, Set<RestoreId>> seen) {
        if (leaving.isEmpty()) {
            return joined(table);
        }
        Set<RestoreId> there = seen.getOrDefault(arn, leaving);
        Set<RestoreId> left = ArnItems.sorted(there.stream().filter(id -> !leaving.contains(id)));
        left.addAll(joining);
        Condition condition = Condition.that(there, !seen.containsKey(arn));
        return new ConditionalWrite(
                left.isEmpty() ? delete(table, condition) : replace(table, left, condition), Guard.ARN);
    }

    private ConditionalWrite joined(String table) {
        Update add = update(table)
                .updateExpression("add restores :joining set restoreId = :last")
                .expressionAttributeValues(Map.of(":joining", ArnItems.set(joining), ":last", any(joining)))
                .build();
        return new ConditionalWrite(write(add), Guard.NONE);
    }

    private TransactWriteItem replace(String table, Set<RestoreId> left, Condition condition) {
        Map<String, AttributeValue> values = new HashMap<>(condition.values());
        values.put(":left", ArnItems.set(left));
        values.put(":last", any(joining.isEmpty() ? left : joining));
        return write(update(table)
                .updateExpression("set restores = :left, restoreId = :last")
                .conditionExpression(condition.text())
                .expressionAttributeValues(values)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build());
    }

    private TransactWriteItem delete(String table, Condition condition) {
        Delete.Builder delete = Delete.builder()
                .tableName(table)
                .key(ArnItems.key(arn))
                .conditionExpression(condition.text())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        if (!condition.values().isEmpty()) {
            delete.expressionAttributeValues(condition.values());
        }
        return TransactWriteItem.builder().delete(delete.build()).build();
    }

    private Update.Builder update(String table) {
        return Update.builder().tableName(table).key(ArnItems.key(arn));
    }

    private static TransactWriteItem write(Update update) {
        return TransactWriteItem.builder().update(update).build();
    }

    private static AttributeValue any(Set<RestoreId> restores) {
        return Items.text(restores.iterator().next().value());
    }

    /** That a set is as it was seen, or thought to be. */
    private record Condition(String text, Map<String, AttributeValue> values) {

        private static final String NONE = "attribute_not_exists(restores)";

        /** @param orNone a restore that an earlier version has stored stands in no set */
        static Condition that(Set<RestoreId> there, boolean orNone) {
            return there.isEmpty()
                    ? new Condition(NONE, Map.of())
                    : new Condition(
                            "restores = :there" + (orNone ? " or " + NONE : ""), Map.of(":there", ArnItems.set(there)));
        }
    }
}
