package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.adapter.dynamodb.stored.RestoreDocument;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How a restore is stored. Each commit has it for a condition, so that nothing has to be remembered between reading and
 * writing: what an earlier version wrote is brought to the present form by the first commit, whoever wrote last.
 *
 * @param schema of its documents
 * @param summarized whether lists show its summary; else its state is in them itself
 * @param sharing whether it stands in items of ARNs that restores share; else in items of its own, see {@link ArnItems}
 */
record StoredForm(int schema, boolean summarized, boolean sharing) {

    /** What this version writes. */
    static final StoredForm CURRENT = new StoredForm(RestoreDocument.SCHEMA, true, true);

    static StoredForm of(Map<String, AttributeValue> state) {
        return new StoredForm(Items.schema(state), !Items.isListed(state), ArnItems.isShared(state));
    }

    boolean isEarlierThan(StoredForm other) {
        return !equals(other)
                && schema <= other.schema
                && (other.summarized || !summarized)
                && (other.sharing || !sharing);
    }

    /** With a value for {@code :stored}. */
    String condition() {
        return "#schema = :stored"
                + (summarized ? " and attribute_not_exists(#target)" : "")
                + (sharing ? " and attribute_exists(#arns)" : " and attribute_not_exists(#arns)");
    }

    Map<String, String> names() {
        return summarized
                ? Map.of("#schema", Items.SCHEMA, "#arns", ArnItems.FORM, "#target", Items.TARGET)
                : Map.of("#schema", Items.SCHEMA, "#arns", ArnItems.FORM);
    }
}
