package io.aurorarestore.local.services.sns;

import io.aurorarestore.local.front.Xml;
import java.util.Map;

/** SNS's way to write a map of attributes. */
final class AttributesXml {

    void write(Xml result, Map<String, String> attributes) {
        result.element(
                "Attributes",
                map -> attributes.forEach((name, value) ->
                        map.element("entry", entry -> entry.text("key", name).text("value", value))));
    }
}
