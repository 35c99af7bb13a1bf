package io.aurorarestore.docs.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/** Objects of the SDK from JSON and to it, by the SDK's own description of their fields. */
final class Pojos {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Pojos() {}

    /** @throws IllegalArgumentException if a field is not known */
    static void fill(SdkPojo builder, JsonNode from) {
        Map<String, SdkField<?>> fields = builder.sdkFieldNameToField();
        from.properties().forEach(entry -> {
            SdkField<?> field = fields.values().stream()
                    .filter(one -> one.memberName().equals(entry.getKey()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(entry.getKey() + " is none of " + fields.keySet()));
            field.set(builder, value(field, entry.getValue()));
        });
    }

    static Object value(SdkField<?> field, JsonNode from) {
        return switch (field.marshallingType().getKnownType()) {
            case STRING -> from.isContainerNode() ? from.toString() : from.asText();
            case BOOLEAN -> from.asBoolean();
            case INTEGER -> Integer.valueOf(from.asText());
            case LONG -> Long.valueOf(from.asText());
            case DOUBLE -> Double.valueOf(from.asText());
            case FLOAT -> Float.valueOf(from.asText());
            case BIG_DECIMAL -> new BigDecimal(from.asText());
            case INSTANT -> Instant.parse(from.asText());
            case SDK_BYTES -> SdkBytes.fromUtf8String(from.asText());
            case LIST -> list(field.getRequiredTrait(ListTrait.class).memberFieldInfo(), from);
            case MAP -> map(field.getRequiredTrait(MapTrait.class).valueFieldInfo(), from);
            case SDK_POJO -> structure(field, from);
            default -> throw new IllegalArgumentException("cannot set " + field.memberName());
        };
    }

    private static List<Object> list(SdkField<?> member, JsonNode from) {
        List<Object> list = new ArrayList<>();
        from.forEach(one -> list.add(value(member, one)));
        return list;
    }

    private static Map<String, Object> map(SdkField<?> member, JsonNode from) {
        Map<String, Object> map = new LinkedHashMap<>();
        from.properties().forEach(one -> map.put(one.getKey(), value(member, one.getValue())));
        return map;
    }

    private static Object structure(SdkField<?> field, JsonNode from) {
        SdkPojo builder = field.constructor().get();
        fill(builder, from);
        return ((Buildable) builder).build();
    }

    static ObjectNode json(SdkPojo pojo) {
        ObjectNode json = JSON.objectNode();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                json.set(field.memberName(), node(value));
            }
        }
        return json;
    }

    private static JsonNode node(Object value) {
        if (value instanceof SdkPojo pojo) {
            return json(pojo);
        }
        if (value instanceof List<?> list) {
            ArrayNode array = JSON.arrayNode();
            list.forEach(one -> array.add(node(one)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = JSON.objectNode();
            map.forEach((key, one) -> object.set(key.toString(), node(one)));
            return object;
        }
        return scalar(value);
    }

    private static JsonNode scalar(Object value) {
        if (value instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        }
        if (value instanceof Number number) {
            return JSON.numberNode(new BigDecimal(number.toString()));
        }
        return JSON.textNode(value instanceof SdkBytes bytes ? bytes.asUtf8String() : value.toString());
    }
}
