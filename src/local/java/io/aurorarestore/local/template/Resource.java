package io.aurorarestore.local.template;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A resource of the template, its properties resolved. */
public record Resource(String logicalId, String type, Map<String, Object> properties) {

    public String text(String property) {
        Object value = properties.get(property);
        if (value == null) {
            throw new TemplateError(logicalId, "has no " + property);
        }
        return value.toString();
    }

    public int number(String property, int otherwise) {
        Object value = properties.get(property);
        return value == null ? otherwise : Integer.parseInt(value.toString());
    }

    /** An object, empty if absent. */
    public Map<String, Object> map(String property) {
        return asMap(properties.getOrDefault(property, Map.of()));
    }

    /** A list, empty if absent. */
    public List<Object> list(String property) {
        return asList(properties.getOrDefault(property, List.of()));
    }

    @SuppressWarnings("unchecked") // YAML's and JSON's objects have text keys
    public static Map<String, Object> asMap(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    @SuppressWarnings("unchecked")
    public static List<Object> asList(@Nullable Object value) {
        return (List<Object>) Objects.requireNonNull(value);
    }
}
