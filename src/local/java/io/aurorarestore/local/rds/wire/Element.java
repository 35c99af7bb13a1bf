package io.aurorarestore.local.rds.wire;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * An XML element: a text, or elements. A null where an element is due is one that is left out.
 *
 * @param text null if it has children
 */
record Element(String name, @Nullable String text, List<Element> children) {

    /** An element with a text, or null if there is no value. */
    static @Nullable Element text(String name, @Nullable Object value) {
        return value == null ? null : new Element(name, value.toString(), List.of());
    }

    static Element of(String name, @Nullable Element... children) {
        return of(name, Arrays.asList(children));
    }

    static Element of(String name, List<Element> children) {
        return new Element(
                name, null, children.stream().filter(Objects::nonNull).toList());
    }

    static <T> Element list(String name, Collection<T> items, Function<T, Element> element) {
        return of(name, items.stream().map(element).toList());
    }

    void write(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement(name);
        if (text != null) {
            xml.writeCharacters(text);
        }
        for (Element child : children) {
            child.write(xml);
        }
        xml.writeEndElement();
    }
}
