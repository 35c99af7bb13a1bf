package io.aurorarestore.adapter.dynamodb.stored;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.aurorarestore.model.StepName;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads the fields of a stored JSON object. What an earlier version did not write is nothing: an empty list, map or
 * optional. What a later version adds is passed over, and a constant that it adds is {@link UnknownConstantException}.
 */
record StoredFields(JsonNode json) {

    private static final int NANOS = 9;

    String text(String field) {
        return maybeText(field).orElseThrow(() -> new CorruptItemException(field));
    }

    Optional<String> maybeText(String field) {
        return present(field).map(value -> {
            if (!value.isTextual()) {
                throw new CorruptItemException(field);
            }
            return value.textValue();
        });
    }

    int number(String field, int otherwise) {
        return maybeNumber(field).orElse(otherwise);
    }

    Optional<Integer> maybeNumber(String field) {
        return present(field).map(value -> {
            if (!value.canConvertToInt() || !value.canConvertToExactIntegral()) {
                throw new CorruptItemException(field);
            }
            return value.intValue();
        });
    }

    long count(String field) {
        JsonNode value = present(field).orElseThrow(() -> new CorruptItemException(field));
        if (!value.canConvertToLong() || !value.canConvertToExactIntegral()) {
            throw new CorruptItemException(field);
        }
        return value.longValue();
    }

    double decimal(String field) {
        JsonNode value = present(field).orElseThrow(() -> new CorruptItemException(field));
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new CorruptItemException(field);
        }
        return value.doubleValue();
    }

    boolean flag(String field) {
        return maybeFlag(field).orElse(false);
    }

    Optional<Boolean> maybeFlag(String field) {
        return present(field).map(value -> {
            if (!value.isBoolean()) {
                throw new CorruptItemException(field);
            }
            return value.booleanValue();
        });
    }

    Instant instant(String field) {
        return parsed(field, Instant::parse).orElseThrow(() -> new CorruptItemException(field));
    }

    Optional<Instant> maybeInstant(String field) {
        return parsed(field, Instant::parse);
    }

    /** ISO 8601, or in seconds, as the first version wrote it. */
    Optional<Duration> maybeDuration(String field) {
        return present(field)
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .map(seconds -> duration(field, seconds))
                .or(() -> parsed(field, Duration::parse));
    }

    private static Duration duration(String field, BigDecimal seconds) {
        try {
            return Duration.ofNanos(seconds.movePointRight(NANOS).longValueExact());
        } catch (ArithmeticException e) {
            throw new CorruptItemException(field, e);
        }
    }

    <T> Optional<T> parsed(String field, Function<String, T> parse) {
        return maybeText(field).map(text -> {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException | java.time.DateTimeException e) {
                throw new CorruptItemException(field, e);
            }
        });
    }

    <E extends Enum<E>> E constant(String field, Class<E> constants) {
        return maybeConstant(field, constants).orElseThrow(() -> new CorruptItemException(field));
    }

    <E extends Enum<E>> Optional<E> maybeConstant(String field, Class<E> constants) {
        return maybeText(field).map(name -> constantOf(name, constants));
    }

    static <E extends Enum<E>> E constantOf(String name, Class<E> constants) {
        return Stream.of(constants.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnknownConstantException(constants));
    }

    static StepName stepOf(String name) {
        return StepName.ofName(name).orElseThrow(() -> new UnknownConstantException(StepName.class));
    }

    StoredFields object(String field) {
        return new StoredFields(present(field).orElse(MissingNode.getInstance()));
    }

    <T> Optional<T> maybe(String field, Function<StoredFields, T> read) {
        return present(field).map(value -> read.apply(new StoredFields(value)));
    }

    <T> List<T> list(String field, Function<StoredFields, T> read) {
        List<T> all = new ArrayList<>();
        present(field).ifPresent(list -> list.forEach(item -> all.add(read.apply(new StoredFields(item)))));
        return List.copyOf(all);
    }

    List<String> texts(String field) {
        return maybeTexts(field).orElse(List.of());
    }

    Optional<List<String>> maybeTexts(String field) {
        return present(field).map(list -> {
            List<String> all = new ArrayList<>();
            list.forEach(item -> all.add(new StoredFields(item).itself(field)));
            return List.copyOf(all);
        });
    }

    Map<String, String> textMap(String field) {
        return maybeTextMap(field).orElse(Map.of());
    }

    Optional<Map<String, String>> maybeTextMap(String field) {
        return present(field).map(map -> Map.copyOf(map(map, value -> value.itself(field))));
    }

    <T> Map<String, T> map(String field, Function<StoredFields, T> read) {
        return present(field).map(map -> map(map, read)).orElse(Map.of());
    }

    private static <T> Map<String, T> map(JsonNode map, Function<StoredFields, T> read) {
        Map<String, T> all = new LinkedHashMap<>();
        map.properties().forEach(one -> all.put(one.getKey(), read.apply(new StoredFields(one.getValue()))));
        return all;
    }

    boolean isText() {
        return json.isTextual();
    }

    /** The value as a text. */
    String itself(String field) {
        if (!json.isTextual()) {
            throw new CorruptItemException(field);
        }
        return json.textValue();
    }

    private Optional<JsonNode> present(String field) {
        JsonNode value = json.path(field);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }
}
