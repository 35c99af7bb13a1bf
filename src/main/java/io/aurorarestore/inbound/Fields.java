package io.aurorarestore.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads single fields of a request; what is wrong with one is added to a list. */
final class Fields {

    /** No field of a request is longer, in characters. */
    private static final int LONGEST = 1024;

    private Fields() {}

    /** A non-empty text, or nothing if the field is absent. */
    static Optional<String> text(JsonNode object, String field, List<String> wrong) {
        JsonNode value = object.path(field);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > LONGEST) {
            wrong.add(field + " must be a text of 1 to " + LONGEST + " characters");
            return Optional.empty();
        }
        return Optional.of(value.asText());
    }

    static void refuseUnknown(JsonNode object, Set<String> known, String where, List<String> wrong) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                wrong.add("unknown field " + where + shortened(name));
            }
        });
    }

    private static String shortened(String name) {
        return name.length() <= 64 ? name : name.substring(0, 64) + "…";
    }
}
