package io.aurorarestore.docs.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * The CLI's shorthand of a structure: {@code Key=a,Values=b,c,Nested={d=e},More=[f,g]}.
 *
 * @see <a href="https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html">Shorthand</a>
 */
final class Shorthand {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String text;
    private int at;

    private Shorthand(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException if it is none */
    static JsonNode parse(String text) {
        Shorthand shorthand = new Shorthand(text);
        JsonNode structure = shorthand.structure();
        if (shorthand.at < text.length()) {
            throw shorthand.wrong();
        }
        return structure;
    }

    private ObjectNode structure() {
        ObjectNode structure = JSON.objectNode();
        do {
            String key = key();
            structure.set(key, values());
        } while (skip(','));
        return structure;
    }

    private String key() {
        int end = text.indexOf('=', at);
        if (end < 0) {
            throw wrong();
        }
        String key = text.substring(at, end).strip();
        at = end + 1;
        return key;
    }

    /** What follows without a key of its own belongs to the key before: then it is a list. */
    private JsonNode values() {
        JsonNode first = value();
        if (!continues()) {
            return first;
        }
        ArrayNode list = JSON.arrayNode().add(first);
        while (continues()) {
            at++;
            list.add(value());
        }
        return list;
    }

    private boolean continues() {
        if (at >= text.length() || text.charAt(at) != ',') {
            return false;
        }
        int stop = at + 1;
        while (stop < text.length() && "=,}]".indexOf(text.charAt(stop)) < 0) {
            stop++;
        }
        return stop == text.length() || text.charAt(stop) != '=';
    }

    private JsonNode value() {
        if (skip('{')) {
            ObjectNode structure = structure();
            expect('}');
            return structure;
        }
        if (skip('[')) {
            return list();
        }
        return TextNode.valueOf(skip('"') ? quoted('"') : skip('\'') ? quoted('\'') : plain());
    }

    private ArrayNode list() {
        ArrayNode list = JSON.arrayNode();
        do {
            list.add(value());
        } while (skip(','));
        expect(']');
        return list;
    }

    private String quoted(char quote) {
        int end = text.indexOf(quote, at);
        if (end < 0) {
            throw wrong();
        }
        String value = text.substring(at, end);
        at = end + 1;
        return value;
    }

    private String plain() {
        int begin = at;
        while (at < text.length() && ",}]".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(begin, at);
    }

    private boolean skip(char wanted) {
        boolean found = at < text.length() && text.charAt(at) == wanted;
        at += found ? 1 : 0;
        return found;
    }

    private void expect(char wanted) {
        if (!skip(wanted)) {
            throw wrong();
        }
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("no shorthand at character " + (at + 1) + " of: " + text);
    }
}
