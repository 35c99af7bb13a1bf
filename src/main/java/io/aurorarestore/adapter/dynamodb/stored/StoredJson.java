package io.aurorarestore.adapter.dynamodb.stored;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Writes the JSON objects that are stored: what is empty is left out. */
final class StoredJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode json = JSON.createObjectNode();

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new CorruptItemException("JSON");
        }
    }

    StoredJson text(String field, String value) {
        json.put(field, value);
        return this;
    }

    /** By its own words: an instant, a duration, the name of a constant. */
    StoredJson text(String field, Optional<?> value) {
        value.ifPresent(present -> json.put(field, present.toString()));
        return this;
    }

    StoredJson constant(String field, Enum<?> value) {
        return text(field, value.name());
    }

    StoredJson constant(String field, Optional<? extends Enum<?>> value) {
        return text(field, value.map(Enum::name));
    }

    StoredJson number(String field, long value) {
        json.put(field, value);
        return this;
    }

    /** Of what each commit writes, what is usual is left out. */
    StoredJson numberUnless(long usual, String field, long value) {
        return value == usual ? this : number(field, value);
    }

    StoredJson number(String field, Optional<Integer> value) {
        value.ifPresent(present -> json.put(field, present));
        return this;
    }

    StoredJson decimal(String field, double value) {
        json.put(field, value);
        return this;
    }

    StoredJson flag(String field, boolean value) {
        json.put(field, value);
        return this;
    }

    StoredJson flag(String field, Optional<Boolean> value) {
        value.ifPresent(present -> json.put(field, present));
        return this;
    }

    StoredJson object(String field, StoredJson value) {
        json.set(field, value.json);
        return this;
    }

    <T> StoredJson object(String field, Optional<T> value, Function<T, StoredJson> write) {
        value.ifPresent(present -> json.set(field, write.apply(present).json));
        return this;
    }

    <T> StoredJson list(String field, Collection<T> values, Function<T, StoredJson> write) {
        ArrayNode list = json.putArray(field);
        values.forEach(value -> list.add(write.apply(value).json));
        return this;
    }

    /** Those that have a plain text are that text. */
    <T> StoredJson mixed(
            String field, Collection<T> values, Function<T, Optional<String>> plain, Function<T, StoredJson> write) {
        ArrayNode list = json.putArray(field);
        values.forEach(value -> plain.apply(value).ifPresentOrElse(list::add, () -> list.add(write.apply(value).json)));
        return this;
    }

    StoredJson texts(String field, Collection<String> values) {
        values.forEach(json.putArray(field)::add);
        return this;
    }

    StoredJson texts(String field, Optional<? extends Collection<String>> values) {
        values.ifPresent(present -> texts(field, present));
        return this;
    }

    StoredJson textMap(String field, Map<String, String> values) {
        ObjectNode map = json.putObject(field);
        new TreeMap<>(values).forEach(map::put);
        return this;
    }

    StoredJson textMap(String field, Optional<Map<String, String>> values) {
        values.ifPresent(present -> textMap(field, present));
        return this;
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
