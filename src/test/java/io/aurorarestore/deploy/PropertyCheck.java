package io.aurorarestore.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds the properties of one resource against its schema. */
final class PropertyCheck {

    private final JsonNode definitions;
    private final List<String> problems = new ArrayList<>();

    PropertyCheck(JsonNode schema) {
        this.definitions = schema.path("definitions");
    }

    List<String> problems() {
        return problems;
    }

    void object(String place, JsonNode properties, Object value) {
        if (!(value instanceof Map)) {
            problems.add(place + " is no object");
            return;
        }
        Map<String, Object> given = Resource.asMap(value);
        given.forEach((name, one) -> property(place + "." + name, properties.get(name), one));
        properties.fieldNames().forEachRemaining(name -> {
            if (properties.get(name).has("required") && !given.containsKey(name)) {
                problems.add(place + " has no " + name);
            }
        });
    }

    private void property(String place, JsonNode shape, Object value) {
        if (shape == null) {
            problems.add(place + " is not known");
        } else {
            value(place, shape.path("required").isMissingNode() ? shape : shape.get("required"), value);
        }
    }

    /** What a function answers is not known here; of {@code Fn::If} both branches are. */
    private void value(String place, JsonNode shape, Object value) {
        if (Intrinsic.isOne(value)) {
            Intrinsic.branches(value).forEach(branch -> value(place, shape, branch));
        } else if (shape.isTextual()) {
            primitive(place, shape.asText(), value);
        } else if (shape.has("is")) {
            object(place, definitions.path(shape.path("is").asText()), value);
        } else if (shape.has("words")) {
            description(place, shape.path("words"), value);
        } else {
            several(place, shape, value);
        }
    }

    private void several(String place, JsonNode shape, Object value) {
        if (shape.has("any")) {
            any(place, shape.path("any"), value);
        } else if (shape.has("list") && value instanceof List) {
            Resource.asList(value).forEach(one -> value(place + "[]", shape.path("list"), one));
        } else if (shape.has("map") && value instanceof Map) {
            Resource.asMap(value).forEach((key, one) -> value(place + "." + key, shape.path("map"), one));
        } else {
            problems.add(place + " is no " + shape.fieldNames().next());
        }
    }

    private void any(String place, JsonNode alternatives, Object value) {
        List<String> all = new ArrayList<>();
        for (JsonNode alternative : alternatives) {
            int before = problems.size();
            value(place, alternative, value);
            List<String> found = problems.subList(before, problems.size());
            if (found.isEmpty()) {
                return;
            }
            all.addAll(found);
            found.clear();
        }
        problems.addAll(all);
    }

    private void description(String place, JsonNode description, Object value) {
        for (JsonNode word : description) {
            if (word.asText().equals(String.valueOf(value))) {
                return;
            }
        }
        problems.add(place + " is " + value + ", not one of " + description);
    }

    /** CloudFormation takes a number or a truth for a text, and the other way round. */
    private void primitive(String place, String type, Object value) {
        String text = value instanceof Map || value instanceof List ? "" : String.valueOf(value);
        boolean fits =
                switch (type) {
                    case "json" -> true;
                    case "tag" -> value instanceof Map<?, ?> tag && tag.containsKey("Key");
                    case "integer", "number" -> text.matches("-?\\d+(\\.\\d+)?");
                    case "boolean" -> text.matches("true|false");
                    default -> !(value instanceof Map) && !(value instanceof List);
                };
        if (!fits) {
            problems.add(place + " is no " + type + ": " + value);
        }
    }
}
