package io.aurorarestore.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Compares what a page shows with a real answer by the fields there are. */
final class JsonShape {

    private final List<String> missing = new ArrayList<>();

    /** The fields shown that an answer lacks. Lists are compared by their first elements, where both have one. */
    static List<String> missing(JsonNode shown, JsonNode answer) {
        JsonShape shape = new JsonShape();
        shape.compare("", shown, answer);
        return shape.missing;
    }

    private void compare(String at, JsonNode shown, JsonNode answer) {
        if (shown.isArray() != answer.isArray() || shown.isObject() != answer.isObject()) {
            missing.add(at + " is of another kind");
        } else if (shown.isArray() && shown.has(0) && answer.has(0)) {
            compare(at + "[]", shown.get(0), answer.get(0));
        } else if (shown.isObject()) {
            shown.properties().forEach(field -> field(at, field.getKey(), field.getValue(), answer));
        }
    }

    private void field(String at, String name, JsonNode shown, JsonNode answer) {
        if (answer.has(name)) {
            compare(at + "." + name, shown, answer.get(name));
        } else {
            missing.add(at + "." + name);
        }
    }
}
