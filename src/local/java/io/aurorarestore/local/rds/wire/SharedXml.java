package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.rds.Page;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Parts that the descriptions of several kinds of resource share. */
final class SharedXml {

    /** Where every endpoint of the local AWS is. */
    static final String ADDRESS = "localhost";

    private SharedXml() {}

    static <T> List<Element> page(String name, Page<T> page, Function<T, Element> element) {
        Element items = Element.list(name, page.items(), element);
        return page.marker() == null ? List.of(items) : List.of(Element.text("Marker", page.marker()), items);
    }

    static Element tags(Map<String, String> tags) {
        return Element.list(
                "TagList",
                tags.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList(),
                SharedXml::tag);
    }

    private static Element tag(Map.Entry<String, String> tag) {
        return Element.of("Tag", Element.text("Key", tag.getKey()), Element.text("Value", tag.getValue()));
    }

    static Element words(String name, String member, List<String> words) {
        return Element.list(name, words, word -> Element.text(member, word));
    }

    static Element zones(String arn) {
        String region = arn.split(":", 5)[3];
        return words("AvailabilityZones", "AvailabilityZone", List.of(region + "a", region + "b", region + "c"));
    }

    static Element securityGroups(List<String> ids) {
        return Element.list(
                "VpcSecurityGroups",
                ids,
                id -> Element.of(
                        "VpcSecurityGroupMembership",
                        Element.text("VpcSecurityGroupId", id),
                        Element.text("Status", "active")));
    }
}
