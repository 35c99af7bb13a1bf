package io.aurorarestore.model.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A pattern of names in which {@code *} stands for any characters, as in an IAM resource. */
public record NamePattern(String pattern) {

    public boolean matches(String name) {
        String regex = Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.matches(regex, name);
    }

    public static boolean anyMatches(List<String> patterns, String name) {
        return patterns.stream().map(NamePattern::new).anyMatch(one -> one.matches(name));
    }
}
