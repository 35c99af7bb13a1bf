package io.aurorarestore.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a field that is a list, item by item. */
final class FieldList {

    private FieldList() {}

    /** @param read gets an item, and its name for messages */
    static <T> Optional<List<T>> read(Fields fields, String field, int most, Reading<T> read) {
        return fields.value(field).flatMap(list -> {
            if (!list.isArray() || list.size() > most) {
                fields.wrong(field, "must be a list of at most " + most);
                return Optional.empty();
            }
            return Optional.of(items(list, field, read));
        });
    }

    private static <T> List<T> items(JsonNode list, String field, Reading<T> read) {
        List<T> all = new ArrayList<>();
        for (int at = 0; at < list.size(); at++) {
            read.read(list.get(at), field + "[" + at + "]").ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    interface Reading<T> {
        Optional<T> read(JsonNode item, String name);
    }
}
