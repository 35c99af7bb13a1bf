package io.aurorarestore.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Identifier;
import io.aurorarestore.restore.Words;
import io.aurorarestore.saga.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads the fields of a JSON object that people write; all that is wrong with them is gathered. */
public final class Fields {

    /** No text of a document is longer, in characters, unless it says so. */
    private static final int LONGEST = 1024;

    private static final int LONGEST_LIST = 100;

    private static final int MOST_COMPLAINTS = 50;

    private final JsonNode object;
    private final String where;
    private final List<String> wrong;
    private final Set<String> known = new HashSet<>();

    /** @param where prefix of the fields' names in messages, empty or ending with a dot */
    public Fields(JsonNode object, String where, List<String> wrong) {
        this.object = object;
        this.where = where;
        this.wrong = wrong;
    }

    public boolean has(String field) {
        return object.has(field);
    }

    public Fields object(String field) {
        JsonNode value = value(field);
        if (!value.isMissingNode() && !value.isObject()) {
            wrong(field, "must be an object");
        }
        return new Fields(value, where + field + ".", wrong);
    }

    /** A non-empty text. */
    public Optional<String> text(String field) {
        return text(field, LONGEST);
    }

    public Optional<String> text(String field, int longest) {
        JsonNode value = value(field);
        return value.isMissingNode() ? Optional.empty() : text(value, field, longest);
    }

    private Optional<String> text(JsonNode value, String field, int longest) {
        if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > longest) {
            wrong(field, "must be a text of 1 to " + longest + " characters");
            return Optional.empty();
        }
        return Optional.of(value.asText());
    }

    public Optional<Boolean> flag(String field) {
        JsonNode value = value(field);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isBoolean()) {
            wrong(field, "must be true or false");
        }
        return Optional.of(value.asBoolean());
    }

    public Optional<Integer> number(String field, int least, int most) {
        JsonNode value = value(field);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.canConvertToExactIntegral()
                || !value.canConvertToInt()
                || value.asInt() < least
                || value.asInt() > most) {
            wrong(field, "must be a whole number from " + least + " to " + most);
            return Optional.empty();
        }
        return Optional.of(value.asInt());
    }

    public Optional<Double> decimal(String field, double least, double most) {
        JsonNode value = value(field);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isNumber() || value.asDouble() < least || value.asDouble() > most) {
            wrong(field, "must be a number from " + least + " to " + most);
            return Optional.empty();
        }
        return Optional.of(value.asDouble());
    }

    public Optional<List<String>> texts(String field) {
        return each(field, (item, name) -> text(item, name, LONGEST));
    }

    /** A list of objects. */
    public <T> Optional<List<T>> objects(String field, Function<Fields, Optional<T>> read) {
        return each(field, (item, name) -> {
            if (!item.isObject()) {
                wrong(name, "must be an object");
                return Optional.empty();
            }
            return object(item, name, read);
        });
    }

    /** A list in which each may be said in short, as a text, or in full. */
    public <T> Optional<List<T>> textsOrObjects(
            String field, Function<String, T> inShort, Function<Fields, Optional<T>> inFull) {
        return each(
                field,
                (item, name) -> item.isObject()
                        ? object(item, name, inFull)
                        : text(item, name, LONGEST).map(inShort));
    }

    private <T> Optional<T> object(JsonNode item, String name, Function<Fields, Optional<T>> read) {
        Fields one = new Fields(item, where + name + ".", wrong);
        Optional<T> value = read.apply(one);
        one.refuseUnknown();
        return value;
    }

    private <T> Optional<List<T>> each(String field, Reading<T> read) {
        JsonNode value = value(field);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isArray() || value.size() > LONGEST_LIST) {
            wrong(field, "must be a list of at most " + LONGEST_LIST);
            return Optional.empty();
        }
        List<T> all = new ArrayList<>();
        for (int at = 0; at < value.size(); at++) {
            read.read(value.get(at), field + "[" + at + "]").ifPresent(all::add);
        }
        return Optional.of(List.copyOf(all));
    }

    /** An object of texts. */
    public Optional<Map<String, String>> textMap(String field) {
        JsonNode value = value(field);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isObject() || value.size() > LONGEST_LIST) {
            wrong(field, "must be an object of at most " + LONGEST_LIST + " texts");
            return Optional.empty();
        }
        Map<String, String> all = new TreeMap<>();
        value.properties()
                .forEach(one -> text(one.getValue(), field + "." + shortened(one.getKey()), LONGEST)
                        .ifPresent(text -> all.put(one.getKey(), text)));
        return Optional.of(all);
    }

    /** The name of a cluster. */
    Optional<String> identifier(String field) {
        Optional<String> name = text(field);
        name.filter(one -> !Identifier.isValid(one))
                .ifPresent(bad -> wrong(field, "is no cluster name: " + Identifier.RULE));
        return name;
    }

    /** What {@code parse} makes of the text; an IllegalArgumentException says what is wrong. */
    public <T> Optional<T> parsed(String field, Function<String, T> parse) {
        return text(field).flatMap(text -> {
            try {
                return Optional.of(parse.apply(text));
            } catch (IllegalArgumentException e) {
                wrong(field, "is wrong: " + e.getMessage());
                return Optional.empty();
            }
        });
    }

    /** One of an enum's constants, as people write them: {@code delete-first} for {@code DELETE_FIRST}. */
    public <E extends Enum<E>> Optional<E> word(String field, E[] constants) {
        return text(field).flatMap(text -> {
            for (E one : constants) {
                if (Words.of(one).equals(text)) {
                    return Optional.of(one);
                }
            }
            wrong(
                    field,
                    "must be one of "
                            + List.of(constants).stream().map(Words::of).toList());
            return Optional.empty();
        });
    }

    public void wrong(String field, String what) {
        complain(where + field + " " + what);
    }

    /** Somebody has to read it, and it has to be kept. */
    private void complain(String what) {
        if (wrong.size() < MOST_COMPLAINTS) {
            wrong.add(what);
        }
    }

    /** @throws Refused with all that was found wrong, if anything was */
    void refuseWrong() {
        if (!wrong.isEmpty()) {
            throw new Refused(FailureCode.INVALID_REQUEST, wrong);
        }
    }

    /** Of a request, which has to be an object. */
    static Fields ofRequest(JsonNode json) {
        Fields fields = new Fields(json, "", new ArrayList<>());
        if (!json.isObject()) {
            fields.wrong.add("the request is not a JSON object");
        }
        return fields;
    }

    /** Call last: every field that was not asked for is wrong. */
    public void refuseUnknown() {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                complain("unknown field " + where + shortened(name));
            }
        });
    }

    private JsonNode value(String field) {
        known.add(field);
        return object.path(field);
    }

    private static String shortened(String name) {
        return name.length() <= 64 ? name : name.substring(0, 64) + "…";
    }

    private interface Reading<T> {
        Optional<T> read(JsonNode item, String name);
    }
}
