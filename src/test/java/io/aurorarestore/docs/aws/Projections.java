package io.aurorarestore.docs.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.function.UnaryOperator;

/** What JMESPath does with lists, and with what is not there: it goes on with null, and leaves null out of lists. */
final class Projections {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Projections() {}

    static UnaryOperator<JsonNode> projection(UnaryOperator<JsonNode> list, UnaryOperator<JsonNode> each) {
        return on -> {
            JsonNode values = list.apply(on);
            ArrayNode projected = JSON.arrayNode();
            values.forEach(value -> {
                JsonNode one = each.apply(value);
                if (!one.isNull()) {
                    projected.add(one);
                }
            });
            return values.isArray() ? projected : NullNode.instance;
        };
    }

    static JsonNode filtered(JsonNode list, UnaryOperator<JsonNode> condition) {
        ArrayNode kept = JSON.arrayNode();
        list.forEach(value -> {
            if (truth(condition.apply(value))) {
                kept.add(value);
            }
        });
        return list.isArray() ? kept : NullNode.instance;
    }

    static JsonNode flat(JsonNode list) {
        ArrayNode flat = JSON.arrayNode();
        list.forEach(value -> {
            if (value.isArray()) {
                flat.addAll((ArrayNode) value);
            } else {
                flat.add(value);
            }
        });
        return list.isArray() ? flat : NullNode.instance;
    }

    static boolean truth(JsonNode value) {
        return value.isBoolean()
                ? value.asBoolean()
                : value.isNumber() || !value.isEmpty() || !value.asText().isEmpty() && !value.isNull();
    }

    static JsonNode orNull(JsonNode value) {
        return value == null ? NullNode.instance : value;
    }
}
