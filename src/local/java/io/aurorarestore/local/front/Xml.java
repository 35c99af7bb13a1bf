package io.aurorarestore.local.front;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;

/** Writes the small XML documents of AWS's query protocol; texts are escaped. */
final class Xml {

    private final StringBuilder out = new StringBuilder();

    Xml element(String name, Consumer<Xml> content) {
        return element(name, "", content);
    }

    /** @param namespace the element's {@code xmlns}, none if empty */
    Xml element(String name, String namespace, Consumer<Xml> content) {
        out.append('<').append(name);
        if (!namespace.isEmpty()) {
            out.append(" xmlns=\"").append(namespace).append('"');
        }
        out.append('>');
        content.accept(this);
        out.append("</").append(name).append('>');
        return this;
    }

    Xml text(String name, String value) {
        return element(name, inner -> inner.escape(value));
    }

    /** The document as an answer that can be found by its id. */
    AwsResponse response(int status, String requestId) {
        return new AwsResponse(
                status,
                Map.of("Content-Type", "text/xml", "x-amzn-RequestId", requestId),
                out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void escape(String value) {
        value.codePoints().filter(Xml::allowed).forEach(this::escape);
    }

    private void escape(int character) {
        switch (character) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\r' -> out.append("&#13;");
            default -> out.appendCodePoint(character);
        }
    }

    private static boolean allowed(int character) {
        return character >= 0x20 || character == '\n' || character == '\r' || character == '\t';
    }
}
