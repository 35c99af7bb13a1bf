package io.aurorarestore.local.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Set;

/** The body of a call that tells the local AWS what to do; what is wrong with it is an {@link IllegalArgumentException}. */
public record OrderBody(ObjectNode json) {

    /** @param fields the names that it may have */
    public static OrderBody read(JsonNode body, Set<String> fields) {
        if (!(body instanceof ObjectNode object)) {
            throw new IllegalArgumentException("the body must be a JSON object");
        }
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!fields.contains(name)) {
                throw new IllegalArgumentException("unknown field " + name + "; there is: "
                        + String.join(", ", fields.stream().sorted().toList()));
            }
        }
        return new OrderBody(object);
    }

    public JsonNode path(String name) {
        return json.path(name);
    }

    public boolean has(String name) {
        return json.has(name);
    }

    /** False unless it is there. */
    public boolean flag(String name) {
        JsonNode value = path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new IllegalArgumentException(name + " must be true or false");
        }
        return value.asBoolean();
    }

    public int number(String name, int otherwise, int least, int most) {
        JsonNode value = path(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < least || value.asInt() > most) {
            throw new IllegalArgumentException("%s must be a number from %d to %d".formatted(name, least, most));
        }
        return value.asInt();
    }
}
