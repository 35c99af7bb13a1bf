package io.aurorarestore.local.front;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the small XML documents of AWS's query protocol; texts are escaped. */
public final class Xml {

    private final StringBuilder out = new StringBuilder();

    public Xml element(String name, Consumer<Xml> content) {
        return element(name, "", content);
    }

    /** @param namespace the element's {@code xmlns}, none if empty */
    public Xml element(String name, String namespace, Consumer<Xml> content) {
        out.append('<').append(name);
        if (!namespace.isEmpty()) {
            out.append(" xmlns=\"").append(namespace).append('"');
        }
        out.append('>');
        content.accept(this);
        out.append("</").append(name).append('>');
        return this;
    }

    /** An element with a text; nothing at all for {@code null}, as AWS leaves absent values out. */
    public Xml text(String name, @Nullable String value) {
        return value == null ? this : element(name, inner -> inner.escape(value));
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

    @Override
    public String toString() {
        return out.toString();
    }
}
