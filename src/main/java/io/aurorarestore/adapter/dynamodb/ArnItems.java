package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.model.RestoreId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Items that say which restores an ARN concerns: one an ARN, with the set of them. Earlier versions wrote one for each
 * restore instead, under the same partition key; such a version takes the shared one for an item of the restore that
 * came last.
 */
final class ArnItems {

    /** The set, and the sort key of the item that holds it. */
    static final String RESTORES = "restores";

    /** The attribute with the one restore that an earlier version sees. */
    static final String OWNER = "restoreId";

    /** The attribute of a restore that says how it stands here, and its value where that is in shared items. */
    static final String FORM = "arnForm";

    static final int SHARED = 2;

    /** Is there once no live restore has items of its own any more. */
    static final Map<String, AttributeValue> ALL_SHARED = Items.key("ARN#", "ALL_SHARED");

    private ArnItems() {}

    static String partition(String arn) {
        return "ARN#" + arn;
    }

    static Map<String, AttributeValue> key(String arn) {
        return Items.key(partition(arn), RESTORES);
    }

    static boolean isShared(Map<String, AttributeValue> restore) {
        return restore.containsKey(FORM);
    }

    /** Of an earlier version. */
    static Map<String, AttributeValue> ownKey(String arn, RestoreId id) {
        return Items.key(partition(arn), id.value());
    }

    static boolean isOne(Map<String, AttributeValue> item) {
        return Items.textOf(item, "pk").startsWith("ARN#") && !isMark(item);
    }

    static boolean isMark(Map<String, AttributeValue> item) {
        return Items.textOf(item, "sk").equals(Items.textOf(ALL_SHARED, "sk"));
    }

    static String arn(Map<String, AttributeValue> item) {
        return Items.textOf(item, "pk").substring("ARN#".length());
    }

    /** The restores of an item, of this version or an earlier one. */
    static Set<RestoreId> restores(Map<String, AttributeValue> item) {
        boolean shared = Items.textOf(item, "sk").equals(RESTORES);
        List<String> ids = shared ? shared(item) : List.of(Items.textOf(item, OWNER));
        return sorted(ids.stream().map(RestoreId::new));
    }

    /** An item that was emptied has none. */
    private static List<String> shared(Map<String, AttributeValue> item) {
        AttributeValue set = item.get(RESTORES);
        return set == null ? List.of() : set.ss();
    }

    static AttributeValue set(Set<RestoreId> restores) {
        return AttributeValue.fromSs(restores.stream().map(RestoreId::value).toList());
    }

    static Set<RestoreId> sorted(Stream<RestoreId> restores) {
        Set<RestoreId> all = new TreeSet<>(Comparator.comparing(RestoreId::value));
        restores.forEach(all::add);
        return all;
    }
}
