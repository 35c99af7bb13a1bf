package io.aurorarestore.app.config;

import io.smallrye.config.PropertyName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** The defaults with a wildcard in their names. */
final class WildcardSource implements ConfigSource {

    /** The names that have a default of their own, which the library finds. */
    private final Set<String> exact;

    /** By the last part of the name. */
    private final Map<String, List<Entry<String, String>>> byEnd = new HashMap<>();

    /** Those with a wildcard in the last part. */
    private final List<Entry<String, String>> openEnded = new ArrayList<>();

    WildcardSource(Set<String> exact, Map<String, String> wildcards) {
        this.exact = exact;
        wildcards.entrySet().forEach(one -> of(end(one.getKey())).add(one));
    }

    private List<Entry<String, String>> of(String end) {
        return end.indexOf('*') < 0 ? byEnd.computeIfAbsent(end, none -> new ArrayList<>()) : openEnded;
    }

    private static String end(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    @Override
    public @Nullable String getValue(String name) {
        return name.startsWith("%") || exact.contains(name) ? null : byWildcard(name);
    }

    private @Nullable String byWildcard(String name) {
        return Stream.concat(byEnd.getOrDefault(end(name), List.of()).stream(), openEnded.stream())
                .filter(one -> PropertyName.equals(name, one.getKey()))
                .map(Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** None: a wildcard is no property's name. */
    @Override
    public Set<String> getPropertyNames() {
        return Set.of();
    }

    @Override
    public String getName() {
        return "defaults with wildcards";
    }

    @Override
    public int getOrdinal() {
        return Integer.MIN_VALUE;
    }
}
