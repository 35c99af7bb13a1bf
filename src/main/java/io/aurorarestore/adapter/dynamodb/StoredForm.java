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
 */
record StoredForm(int schema, boolean summarized) {

    /** What this version writes. */
    static final StoredForm CURRENT = new StoredForm(RestoreDocument.SCHEMA, true);

    static StoredForm of(Map<String, AttributeValue> state) {
        return new StoredForm(Items.schema(state), !Items.isListed(state));
    }

    boolean isEarlierThan(StoredForm other) {
        return schema < other.schema || (schema == other.schema && other.summarized && !summarized);
    }

    /** With a value for {@code :stored}. */
    String condition() {
        return "#schema = :stored" + (summarized ? " and attribute_not_exists(#target)" : "");
    }

    Map<String, String> names() {
        return summarized ? Map.of("#schema", Items.SCHEMA, "#target", Items.TARGET) : Map.of("#schema", Items.SCHEMA);
    }
}
