package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.front.Form;
import io.aurorarestore.local.rds.Filters;
import io.aurorarestore.local.rds.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parameters that several operations have. */
final class QueryParameters {

    private QueryParameters() {}

    static Map<String, String> tags(Form form) {
        return form.map("Tags", "Key", "Value");
    }

    static Filters filters(Form form) {
        Map<String, List<String>> filters = new TreeMap<>();
        form.list("Filters").forEach(filter -> filters.put(filter.get("Name", ""), values(filter)));
        return new Filters(filters);
    }

    private static List<String> values(Form filter) {
        List<String> values = filter.words("Values");
        return values == null ? List.of() : values;
    }

    static PageRequest page(Form form) {
        return new PageRequest(form.text("Marker"), form.number("MaxRecords"));
    }
}
