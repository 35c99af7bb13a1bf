package io.aurorarestore.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.aurorarestore.intake.RequestRejectedException;
import io.aurorarestore.model.Names;
import io.aurorarestore.model.aws.Identifier;
import io.aurorarestore.model.text.EnumText;
import io.aurorarestore.model.text.PlainText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the fields of a JSON object that people write, and gathers all that is wrong with them. */
public final class Fields {

    /** No text of a document is longer, in characters, unless it says so. */
    private static final int LONGEST = 1024;

    private static final int LONGEST_LIST = 100;

    private final JsonNode object;
    private final String where;
    private final Violations wrong;
    private final Set<String> known = new HashSet<>();

    /** @param where prefix of the fields' names in messages, empty or ending with a dot */
    public Fields(JsonNode object, String where, List<String> wrong) {
        this(object, where, new Violations(wrong));
    }

    private Fields(JsonNode object, String where, Violations wrong) {
        this.object = object;
        this.where = where;
        this.wrong = wrong;
    }

    public boolean has(String field) {
        return object.has(field);
    }

    public Fields object(String field) {
        JsonNode value = value(field).orElseGet(MissingNode::getInstance);
        if (!value.isMissingNode() && !value.isObject()) {
            wrong(field, "must be an object");
        }
        return new Fields(value, where + field + ".", wrong);
    }

    /** A non-empty text without line ends and the like: it is shown in logs and messages. */
    public Optional<String> text(String field) {
        return text(field, LONGEST);
    }

    public Optional<String> text(String field, int longest) {
        return value(field).flatMap(value -> plain(value, field, longest));
    }

    /** A text that may go over many lines. */
    Optional<String> sql(String field, int longest) {
        return value(field).flatMap(value -> text(value, field, longest));
    }

    private Optional<String> plain(JsonNode value, String field, int longest) {
        Optional<String> text = text(value, field, longest);
        boolean plain = text.filter(one -> !PlainText.isPlain(one)).isEmpty();
        if (!plain) {
            wrong(field, PlainText.RULE);
        }
        return plain ? text : Optional.empty();
    }

    private Optional<String> text(JsonNode value, String field, int longest) {
        if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > longest) {
            wrong(field, "must be a text of 1 to " + longest + " characters");
            return Optional.empty();
        }
        return Optional.of(value.asText());
    }

    public Optional<Boolean> flag(String field) {
        return value(field).map(value -> {
            if (!value.isBoolean()) {
                wrong(field, "must be true or false");
            }
            return value.asBoolean();
        });
    }

    public Optional<Integer> number(String field, int least, int most) {
        return value(field).flatMap(value -> {
            boolean fits = value.canConvertToExactIntegral()
                    && value.canConvertToInt()
                    && value.asInt() >= least
                    && value.asInt() <= most;
            return fits
                    ? Optional.of(value.asInt())
                    : none(field, "must be a whole number from " + least + " to " + most);
        });
    }

    public Optional<Double> decimal(String field, double least, double most) {
        return value(field).flatMap(value -> {
            boolean fits = value.isNumber() && value.asDouble() >= least && value.asDouble() <= most;
            return fits ? Optional.of(value.asDouble()) : none(field, "must be a number from " + least + " to " + most);
        });
    }

    public Optional<List<String>> texts(String field) {
        return texts(field, LONGEST_LIST, LONGEST);
    }

    Optional<List<String>> texts(String field, int most, int longest) {
        return FieldList.read(this, field, most, (item, name) -> plain(item, name, longest));
    }

    /** A list of texts that may go over many lines each. */
    Optional<List<String>> sqls(String field) {
        return FieldList.read(this, field, LONGEST_LIST, (item, name) -> text(item, name, LONGEST));
    }

    /** A list of objects. */
    public <T> Optional<List<T>> objects(String field, Function<Fields, Optional<T>> read) {
        return FieldList.read(this, field, LONGEST_LIST, (item, name) -> {
            if (!item.isObject()) {
                return none(name, "must be an object");
            }
            return object(item, name, read);
        });
    }

    /** A list in which each may be said in short, as a text, or in full. */
    public <T> Optional<List<T>> textsOrObjects(
            String field, Function<String, T> inShort, Function<Fields, Optional<T>> inFull) {
        return FieldList.read(
                this,
                field,
                LONGEST_LIST,
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

    /** The name of a cluster that is not the service's own, as RDS stores it. */
    Optional<String> identifier(String field) {
        Optional<String> name = text(field).map(Identifier::stored);
        name.filter(one -> !Identifier.isValid(one))
                .ifPresent(bad -> wrong(field, "is no cluster name: " + Identifier.RULE));
        name.filter(Names::isReserved).ifPresent(ours -> wrong(field, Names.RESERVED));
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
                if (EnumText.of(one).equals(text)) {
                    return Optional.of(one);
                }
            }
            wrong(
                    field,
                    "must be one of "
                            + List.of(constants).stream().map(EnumText::of).toList());
            return Optional.empty();
        });
    }

    public void wrong(String field, String what) {
        wrong.add(where + field + " " + what);
    }

    private <T> Optional<T> none(String field, String what) {
        wrong(field, what);
        return Optional.empty();
    }

    /** @throws RequestRejectedException with all that was found wrong, if anything was */
    void refuseWrong() {
        wrong.refuse();
    }

    /** Of a request, which has to be an object. */
    static Fields ofRequest(JsonNode json) {
        Fields fields = new Fields(json, "", new ArrayList<>());
        if (!json.isObject()) {
            fields.wrong.add("the request is not a JSON object");
        }
        return fields;
    }

    /** The names of its fields, which go by no list of ours. */
    List<String> names(int most) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.size() > most || names.stream().anyMatch(name -> !PlainText.isPlain(name))) {
            wrong.add(
                    where.substring(0, where.length() - 1) + " must have at most " + most + " fields, of plain names");
            return List.of();
        }
        return names;
    }

    /** Call last: every field that was not asked for is wrong. */
    public void refuseUnknown() {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                wrong.add("unknown field " + where + Violations.named(name));
            }
        });
    }

    /** As it is written, if it is there. */
    Optional<JsonNode> value(String field) {
        known.add(field);
        return Optional.ofNullable(object.get(field));
    }
}
