package io.aurorarestore.local.front;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request in AWS's query protocol: those of the URL and of the body. It remembers which were read,
 * so that one which is not simulated is refused, and never silently passed over.
 */
public final class Form {

    private static final Pattern AMPERSAND = Pattern.compile("&");

    private final Map<String, String> values;
    private final Set<String> read = new HashSet<>(Set.of("Action", "Version"));

    private Form(Map<String, String> values) {
        this.values = values;
    }

    /** @throws AwsException {@code MalformedQueryString} if the encoding is broken */
    public static Form of(AwsRequest request) {
        return parse(request.query() + "&" + request.text());
    }

    /** @throws AwsException {@code MalformedQueryString} if the encoding is broken */
    public static Form parse(String encoded) {
        var values = new LinkedHashMap<String, String>();
        AMPERSAND
                .splitAsStream(encoded)
                .filter(pair -> !pair.isBlank())
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> values.put(decode(pair[0]), pair.length > 1 ? decode(pair[1]) : ""));
        return new Form(values);
    }

    public Optional<String> get(String name) {
        read.add(name);
        return Optional.ofNullable(values.get(name));
    }

    public String get(String name, String otherwise) {
        return get(name).orElse(otherwise);
    }

    /** The value, or null. */
    public @Nullable String text(String name) {
        return get(name).orElse(null);
    }

    /** @throws AwsException {@code MissingParameter} */
    public String required(String name) {
        return get(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> AwsException.badRequest(
                        "MissingParameter", "The request must contain the parameter %s.".formatted(name)));
    }

    /** Null if it is not given. */
    public @Nullable Boolean flag(String name) {
        return converted(name, Form::bool);
    }

    public boolean isSet(String name) {
        return Boolean.TRUE.equals(flag(name));
    }

    /** Null if it is not given. */
    public @Nullable Integer number(String name) {
        return converted(name, Integer::valueOf);
    }

    /** @throws AwsException {@code InvalidParameterValue} where the conversion fails */
    public <T> @Nullable T converted(String name, Function<String, T> conversion) {
        String text = text(name);
        try {
            return text == null ? null : conversion.apply(text);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw invalid("Invalid value %s for %s".formatted(text, name));
        }
    }

    /**
     * The members of a list or map parameter in order, each with what follows its number: {@code Tags.member.2.Key} is
     * {@code Key} of the second of {@code Tags}; a plain value's name is empty.
     */
    public List<Form> list(String name) {
        var numbered = Pattern.compile(Pattern.quote(name) + "\\.[A-Za-z]+\\.(\\d{1,6})(?:\\.(.*))?");
        var members = new TreeMap<Integer, SortedMap<String, String>>();
        values.forEach((field, value) -> {
            var match = numbered.matcher(field);
            if (match.matches()) {
                read.add(field);
                members.computeIfAbsent(Integer.valueOf(match.group(1)), n -> new TreeMap<>())
                        .put(match.group(2) == null ? "" : match.group(2), value);
            }
        });
        return members.values().stream().map(Form::new).toList();
    }

    /** The values of a list of words, or null if it is not given: an empty one is. */
    public @Nullable List<String> words(String name) {
        List<String> words = list(name).stream().map(each -> each.get("", "")).toList();
        return words.isEmpty() && text(name) == null ? null : words;
    }

    /** What a list says by name, for instance tags. */
    public SortedMap<String, String> map(String name, String key, String value) {
        var map = new TreeMap<String, String>();
        list(name).forEach(each -> map.put(each.get(key, ""), each.get(value, "")));
        text(name);
        return map;
    }

    /** Parameters that make no difference here. */
    public void ignore(String... names) {
        read.addAll(List.of(names));
    }

    /** @throws AwsException {@code InvalidParameterValue} naming a parameter that nobody has looked at */
    void refuseUnread() {
        values.keySet().stream()
                .filter(name -> !read.contains(name) && !name.startsWith("X-Amz-"))
                .findFirst()
                .ifPresent(name -> {
                    throw invalid("The parameter %s of %s is unknown, or not simulated."
                            .formatted(name, values.get("Action")));
                });
    }

    private static AwsException invalid(String message) {
        return AwsException.badRequest("InvalidParameterValue", message);
    }

    private static Boolean bool(String text) {
        if (!text.matches("(?i)true|1|false|0")) {
            throw new IllegalArgumentException(text);
        }
        return text.matches("(?i)true|1");
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw AwsException.badRequest("MalformedQueryString", String.valueOf(e.getMessage()));
        }
    }
}
