package io.aurorarestore.docs.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * {@code --query}: the part of JMESPath that commands in documentation use. Fields, indexes, {@code []}, {@code [*]},
 * filters, several values as list or object, pipes, and some functions.
 *
 * @see <a href="https://jmespath.org/specification.html">JMESPath</a>
 */
final class Query {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final QueryTokens tokens;

    private Query(String text) {
        this.tokens = new QueryTokens(text);
    }

    /** @throws IllegalArgumentException if it is none, or more than is known here */
    static UnaryOperator<JsonNode> parse(String text) {
        Query query = new Query(text);
        UnaryOperator<JsonNode> expression = query.expression();
        query.tokens.expectEnd();
        return expression;
    }

    private UnaryOperator<JsonNode> expression() {
        UnaryOperator<JsonNode> left = either();
        while (tokens.skip("|")) {
            left = then(left, either());
        }
        return left;
    }

    private UnaryOperator<JsonNode> either() {
        UnaryOperator<JsonNode> left = both();
        while (tokens.skip("||")) {
            UnaryOperator<JsonNode> first = left;
            UnaryOperator<JsonNode> second = both();
            left = on -> Projections.truth(first.apply(on)) ? first.apply(on) : second.apply(on);
        }
        return left;
    }

    private UnaryOperator<JsonNode> both() {
        UnaryOperator<JsonNode> left = comparison();
        while (tokens.skip("&&")) {
            UnaryOperator<JsonNode> first = left;
            UnaryOperator<JsonNode> second = comparison();
            left = on -> Projections.truth(first.apply(on)) ? second.apply(on) : first.apply(on);
        }
        return left;
    }

    private UnaryOperator<JsonNode> comparison() {
        UnaryOperator<JsonNode> left = path();
        for (Comparison comparison : Comparison.values()) {
            if (tokens.skip(comparison.sign())) {
                UnaryOperator<JsonNode> right = path();
                return on -> JSON.booleanNode(comparison.holds(left.apply(on), right.apply(on)));
            }
        }
        return left;
    }

    private UnaryOperator<JsonNode> path() {
        UnaryOperator<JsonNode> path = steps(first());
        while (tokens.skip("[]")) {
            path = Projections.projection(then(path, Projections::flat), steps(UnaryOperator.identity()));
        }
        return path;
    }

    private UnaryOperator<JsonNode> first() {
        if (tokens.skip("!")) {
            UnaryOperator<JsonNode> denied = path();
            return on -> JSON.booleanNode(!Projections.truth(denied.apply(on)));
        }
        if (tokens.skip("(")) {
            UnaryOperator<JsonNode> inner = expression();
            tokens.expect(")");
            return inner;
        }
        if (tokens.skip("@") || tokens.at("[]") || tokens.at("[?") || tokens.at("[*]") || tokens.atIndex()) {
            return UnaryOperator.identity();
        }
        return tokens.literal().map(Query::constant).orElseGet(this::member);
    }

    /** What follows up to the next {@code []}, which flattens all that came before. */
    private UnaryOperator<JsonNode> steps(UnaryOperator<JsonNode> start) {
        UnaryOperator<JsonNode> path = start;
        while (!tokens.at("[]") && (tokens.at("[") || tokens.at("."))) {
            if (tokens.skip("[*]")) {
                return Projections.projection(path, steps(UnaryOperator.identity()));
            }
            if (tokens.skip("[?")) {
                UnaryOperator<JsonNode> condition = expression();
                tokens.expect("]");
                return Projections.projection(
                        then(path, on -> Projections.filtered(on, condition)), steps(UnaryOperator.identity()));
            }
            path = then(path, tokens.skip(".") ? member() : index());
        }
        return path;
    }

    private UnaryOperator<JsonNode> index() {
        tokens.expect("[");
        int index = tokens.integer();
        tokens.expect("]");
        return on -> Projections.orNull(on.get(index < 0 ? on.size() + index : index));
    }

    private UnaryOperator<JsonNode> member() {
        if (tokens.skip("[")) {
            return list(several("]"));
        }
        if (tokens.skip("{")) {
            return object();
        }
        String name = tokens.name();
        if (tokens.skip("(")) {
            return QueryFunction.named(name).of(several(")"));
        }
        return on -> Projections.orNull(on.get(name));
    }

    private List<UnaryOperator<JsonNode>> several(String end) {
        List<UnaryOperator<JsonNode>> several = new ArrayList<>();
        do {
            tokens.skip("&");
            several.add(expression());
        } while (tokens.skip(","));
        tokens.expect(end);
        return several;
    }

    private static UnaryOperator<JsonNode> list(List<UnaryOperator<JsonNode>> several) {
        return on -> {
            ArrayNode list = JSON.arrayNode();
            several.forEach(one -> list.add(one.apply(on)));
            return on.isNull() ? on : list;
        };
    }

    private UnaryOperator<JsonNode> object() {
        Map<String, UnaryOperator<JsonNode>> fields = new LinkedHashMap<>();
        do {
            String name = tokens.name();
            tokens.expect(":");
            fields.put(name, expression());
        } while (tokens.skip(","));
        tokens.expect("}");
        return on -> {
            ObjectNode object = JSON.objectNode();
            fields.forEach((name, value) -> object.set(name, value.apply(on)));
            return on.isNull() ? on : object;
        };
    }

    private static UnaryOperator<JsonNode> constant(JsonNode value) {
        return on -> value;
    }

    private static UnaryOperator<JsonNode> then(UnaryOperator<JsonNode> first, UnaryOperator<JsonNode> second) {
        return on -> second.apply(first.apply(on));
    }
}
