package io.aurorarestore.adapter.dynamodb.stored;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Upgrades what the first version of the service stored: the accepted request and the progress in one document, and
 * some of it in another form.
 */
final class SchemaOne {

    static final int NUMBER = 1;

    /** The only sentence that a decision hung on. */
    private static final String LOST =
            "The old cluster was deleted, without a final snapshot, as the request accepted.";

    private SchemaOne() {}

    /** As the second version stores it, the order still in the field {@code order}. */
    static JsonNode upgraded(JsonNode first) {
        if (!(first instanceof ObjectNode restore)) {
            throw new CorruptItemException("restore");
        }
        ObjectNode upgraded = restore.deepCopy();
        upgraded.set("id", restore.path("id").path("value"));
        upgraded.set("footprint", restore.path("footprint").path("owned"));
        with(upgraded, "outbox").set("taskTokens", tokens(restore));
        with(upgraded, "outcome").put("lost", lost(restore));
        return upgraded;
    }

    private static ObjectNode with(ObjectNode restore, String field) {
        if (restore.path(field) instanceof ObjectNode object) {
            return object;
        }
        throw new CorruptItemException(field);
    }

    private static ArrayNode tokens(ObjectNode restore) {
        ArrayNode tokens = JsonNodeFactory.instance.arrayNode();
        restore.path("order").path("taskTokens").forEach(token -> tokens.add(token.path("reveal")));
        return tokens;
    }

    private static boolean lost(ObjectNode restore) {
        for (JsonNode warning : restore.path("outcome").path("warnings")) {
            if (LOST.equals(warning.asText())) {
                return true;
            }
        }
        return false;
    }
}
