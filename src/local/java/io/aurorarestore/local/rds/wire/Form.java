package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.rds.Filters;
import io.aurorarestore.local.rds.PageRequest;
import io.aurorarestore.local.rds.RdsError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a call of the AWS Query protocol. It remembers which were read, so that one which is not simulated
 * is refused, and never silently passed over.
 */
final class Form {

    private static final Pattern MEMBER = Pattern.compile("[A-Za-z]+\\.(\\d+)(?:\\.(.+))?");

    private final SortedMap<String, String> fields = new TreeMap<>();
    private final Set<String> read = new HashSet<>(Set.of("Action", "Version"));

    Form(AwsRequest request) {
        Stream.of(request.query(), request.text())
                .flatMap(text -> Stream.of(text.split("&")))
                .filter(field -> !field.isEmpty())
                .map(field -> field.split("=", 2))
                .forEach(field -> fields.put(decoded(field[0]), field.length > 1 ? decoded(field[1]) : ""));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    String action() {
        return fields.getOrDefault("Action", "");
    }

    /** The value, or null. */
    @Nullable
    String text(String name) {
        read.add(name);
        return fields.get(name);
    }

    String required(String name) {
        return Optional.ofNullable(text(name))
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> RdsError.missing(name));
    }

    @Nullable
    Boolean flag(String name) {
        return converted(name, Form::bool);
    }

    boolean isSet(String name) {
        return Boolean.TRUE.equals(flag(name));
    }

    @Nullable
    Integer number(String name) {
        return converted(name, Integer::valueOf);
    }

    <T> @Nullable T converted(String name, Function<String, T> conversion) {
        String text = text(name);
        try {
            return text == null ? null : conversion.apply(text);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw RdsError.invalidValue("Invalid value %s for %s".formatted(text, name));
        }
    }

    /** The values of a list of words, or null if it is not given. */
    @Nullable
    List<String> list(String name) {
        Collection<SortedMap<String, String>> members = members(name);
        return members.isEmpty() && text(name) == null
                ? null
                : members.stream().map(one -> one.get("")).toList();
    }

    Map<String, String> tags() {
        Map<String, String> tags = new TreeMap<>();
        members("Tags").forEach(tag -> tags.put(tag.getOrDefault("Key", ""), tag.getOrDefault("Value", "")));
        text("Tags");
        return tags;
    }

    Filters filters() {
        Map<String, List<String>> filters = new TreeMap<>();
        members("Filters").forEach(filter -> filters.put(filter.getOrDefault("Name", ""), values(filter)));
        return new Filters(filters);
    }

    PageRequest page() {
        return new PageRequest(text("Marker"), number("MaxRecords"));
    }

    /** Parameters that make no difference here. */
    void ignore(String... names) {
        read.addAll(List.of(names));
    }

    void refuseUnread() {
        fields.keySet().stream()
                .filter(name -> !read.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw RdsError.invalidValue(
                            "The parameter %s of %s is unknown, or not simulated.".formatted(name, action()));
                });
    }

    private static List<String> values(SortedMap<String, String> filter) {
        return filter.entrySet().stream()
                .filter(field -> field.getKey().startsWith("Values."))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** What a list's members hold, in order, each by what follows its number. */
    private Collection<SortedMap<String, String>> members(String list) {
        SortedMap<Integer, SortedMap<String, String>> members = new TreeMap<>();
        fields.tailMap(list + ".").forEach((name, value) -> {
            Matcher member = MEMBER.matcher(name.substring(Math.min(name.length(), list.length() + 1)));
            if (name.startsWith(list + ".") && member.matches()) {
                read.add(name);
                members.computeIfAbsent(Integer.valueOf(member.group(1)), number -> new TreeMap<>())
                        .put(Optional.ofNullable(member.group(2)).orElse(""), value);
            }
        });
        return members.values();
    }

    private static Boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
