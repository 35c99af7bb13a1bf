package io.aurorarestore.docs.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The signs, names and literals of a {@link Query}, read from left to right. */
final class QueryTokens {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern NAME = Pattern.compile("([A-Za-z_]\\w*)|\"([^\"]*)\"");
    private static final Pattern INTEGER = Pattern.compile("-?\\d+");
    private static final Pattern INDEX = Pattern.compile("\\[-?\\d");
    private static final Pattern TEXT = Pattern.compile("'([^']*)'");
    private static final Pattern LITERAL = Pattern.compile("`([^`]*)`");

    private final String text;
    private int at;

    QueryTokens(String text) {
        this.text = text;
        blanks();
    }

    /** One bar is not the first half of two. */
    boolean at(String sign) {
        return text.startsWith(sign, at)
                && !(sign.equals("|") && text.startsWith("||", at))
                && !(sign.equals("!") && text.startsWith("!=", at));
    }

    boolean atIndex() {
        return INDEX.matcher(text).region(at, text.length()).lookingAt();
    }

    boolean skip(String sign) {
        boolean found = at(sign);
        if (found) {
            at += sign.length();
            blanks();
        }
        return found;
    }

    void expect(String sign) {
        if (!skip(sign)) {
            throw wrong(sign);
        }
    }

    void expectEnd() {
        if (at < text.length()) {
            throw wrong("nothing more");
        }
    }

    String name() {
        Matcher name = match(NAME).orElseThrow(() -> wrong("a name"));
        return name.group(1) == null ? name.group(2) : name.group(1);
    }

    int integer() {
        return Integer.parseInt(
                match(INTEGER).orElseThrow(() -> wrong("a number")).group());
    }

    Optional<JsonNode> literal() {
        Optional<JsonNode> quoted = match(TEXT).map(found -> TextNode.valueOf(found.group(1)));
        return quoted.isPresent() ? quoted : match(LITERAL).map(found -> json(found.group(1)));
    }

    /** The CLI's old habit of leaving out the quotes of a text is understood, too. */
    private static JsonNode json(String literal) {
        try {
            return JSON.readTree(literal);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(literal);
        }
    }

    private Optional<Matcher> match(Pattern pattern) {
        Matcher found = pattern.matcher(text).region(at, text.length());
        if (!found.lookingAt()) {
            return Optional.empty();
        }
        at = found.end();
        blanks();
        return Optional.of(found);
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException wrong(String wanted) {
        return new IllegalArgumentException(
                "--query is not understood: expected " + wanted + " at character " + (at + 1) + " of " + text);
    }
}
