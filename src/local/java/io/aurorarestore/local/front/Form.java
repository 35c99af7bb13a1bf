package io.aurorarestore.local.front;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parameters of a request in AWS's query protocol: those of the URL and of the body. */
public final class Form {

    private static final Pattern AMPERSAND = Pattern.compile("&");

    private final Map<String, String> values;

    private Form(Map<String, String> values) {
        this.values = values;
    }

    /** @throws AwsException {@code MalformedQueryString} if the encoding is broken */
    public static Form of(AwsRequest request) {
        return parse(request.query()).and(parse(request.text()));
    }

    /** @throws AwsException {@code MalformedQueryString} if the encoding is broken */
    public static Form parse(String encoded) {
        var values = new LinkedHashMap<String, String>();
        AMPERSAND.splitAsStream(encoded).filter(pair -> !pair.isBlank()).forEach(pair -> {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            values.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
        });
        return new Form(values);
    }

    private Form and(Form other) {
        var all = new LinkedHashMap<>(values);
        all.putAll(other.values);
        return new Form(all);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /**
     * The members of a list or map parameter in order, each with what follows its number: {@code Tags.member.2.Key} is
     * {@code Key} of the second; a plain value's name is empty.
     *
     * @param prefix what stands before the number, for instance {@code Tags.member}
     */
    public List<Form> list(String prefix) {
        var numbered = Pattern.compile(Pattern.quote(prefix) + "\\.(\\d{1,6})(?:\\.(.*))?");
        var members = new TreeMap<Integer, Map<String, String>>();
        values.forEach((name, value) -> {
            var match = numbered.matcher(name);
            if (match.matches()) {
                members.computeIfAbsent(Integer.valueOf(match.group(1)), n -> new LinkedHashMap<>())
                        .put(match.group(2) == null ? "" : match.group(2), value);
            }
        });
        return members.values().stream().map(Form::new).collect(Collectors.toCollection(ArrayList::new));
    }

    /** The same form with each value replaced by what the function makes of its name and value. */
    public Form map(BiFunction<String, String, String> change) {
        var changed = new LinkedHashMap<>(values);
        changed.replaceAll(change);
        return new Form(changed);
    }

    public String encoded() {
        return values.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + '=' + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new AwsException(400, "MalformedQueryString", String.valueOf(e.getMessage()));
        }
    }
}
