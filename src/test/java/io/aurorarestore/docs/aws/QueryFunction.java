package io.aurorarestore.docs.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The functions of a {@link Query}. */
enum QueryFunction {
    LENGTH,
    CONTAINS,
    STARTS_WITH,
    ENDS_WITH,
    JOIN,
    REVERSE,
    SORT_BY;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static QueryFunction named(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--query: the stand-in knows no function " + name, e);
        }
    }

    UnaryOperator<JsonNode> of(List<UnaryOperator<JsonNode>> arguments) {
        return on -> apply(on, arguments);
    }

    private JsonNode apply(JsonNode on, List<UnaryOperator<JsonNode>> arguments) {
        JsonNode first = arguments.get(0).apply(on);
        UnaryOperator<JsonNode> second = arguments.get(arguments.size() - 1);
        return switch (this) {
            case LENGTH -> JSON.numberNode(first.isTextual() ? first.asText().length() : first.size());
            case CONTAINS -> JSON.booleanNode(contains(first, second.apply(on)));
            case STARTS_WITH ->
                JSON.booleanNode(first.asText().startsWith(second.apply(on).asText()));
            case ENDS_WITH ->
                JSON.booleanNode(first.asText().endsWith(second.apply(on).asText()));
            case JOIN ->
                JSON.textNode(elements(second.apply(on)).stream()
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(first.asText())));
            case REVERSE -> reversed(elements(first));
            case SORT_BY -> sorted(elements(first), second);
        };
    }

    private static boolean contains(JsonNode in, JsonNode what) {
        return in.isTextual()
                ? in.asText().contains(what.asText())
                : elements(in).contains(what);
    }

    private static JsonNode reversed(List<JsonNode> list) {
        Collections.reverse(list);
        return array(list);
    }

    private static JsonNode sorted(List<JsonNode> list, UnaryOperator<JsonNode> by) {
        list.sort((left, right) -> Comparison.order(by.apply(left), by.apply(right)));
        return array(list);
    }

    private static ArrayNode array(List<JsonNode> list) {
        return JSON.arrayNode().addAll(list);
    }

    private static List<JsonNode> elements(JsonNode list) {
        List<JsonNode> elements = new ArrayList<>();
        list.forEach(elements::add);
        return elements;
    }
}
