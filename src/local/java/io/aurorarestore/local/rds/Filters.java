package io.aurorarestore.local.rds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code Filters} of a Describe call: by name, the values of which one must match. */
public record Filters(Map<String, List<String>> values) {

    public static final Filters NONE = new Filters(Map.of());

    public static Filters by(String name, String... values) {
        return new Filters(Map.of(name, List.of(values)));
    }

    /** Refuses the filters that the operation does not know. */
    Filters only(Set<String> names) {
        values.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw RdsError.invalidValue("Unrecognized filter name: " + unknown);
                });
        return this;
    }

    /** The words of which one must match, where there is such a filter. */
    Optional<List<String>> wanted(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Whether a resource passes a filter; it may go by several words, its id and its ARN. */
    boolean admit(String name, @Nullable String... words) {
        List<String> wanted = values.get(name);
        return wanted == null || List.of(words).stream().anyMatch(wanted::contains);
    }
}
