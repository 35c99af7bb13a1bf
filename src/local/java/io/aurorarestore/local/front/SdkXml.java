package io.aurorarestore.local.front;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * Writes what the SDK has a class for, as the query protocol has it: the class knows the names of its elements, and of
 * those of its lists and maps. What was not set is left out.
 */
record SdkXml(Xml xml) {

    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    void fields(SdkPojo pojo) {
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                element(field.locationName(), field, value);
            }
        }
    }

    private void element(String name, SdkField<?> field, Object value) {
        if (value instanceof SdkPojo pojo) {
            xml.element(name, inside -> fields(pojo));
        } else if (value instanceof List<?> list) {
            SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
            xml.element(name, inside -> list.forEach(each -> element(member.locationName(), member, each)));
        } else if (value instanceof Map<?, ?> map) {
            MapTrait trait = field.getTrait(MapTrait.class);
            xml.element(
                    name,
                    inside -> map.forEach((key, each) -> inside.element(
                            "entry",
                            entry -> entry.text(trait.keyLocationName(), key.toString())
                                    .text(trait.valueLocationName(), each.toString()))));
        } else {
            xml.text(name, value instanceof Instant time ? MILLIS.format(time) : value.toString());
        }
    }
}
