package io.aurorarestore.local.rds;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a listing is asked for.
 *
 * @param marker where the page before ended, or null for the first
 * @param maxRecords 20 to 100, or null for 100
 */
public record PageRequest(@Nullable String marker, @Nullable Integer maxRecords) {

    public static final PageRequest FIRST = new PageRequest(null, null);

    private static final int LEAST = 20;
    private static final int MOST = 100;

    public PageRequest {
        if (maxRecords != null && (maxRecords < LEAST || maxRecords > MOST)) {
            throw RdsError.invalidValue(
                    "Invalid value %d for MaxRecords. Must be between %d and %d".formatted(maxRecords, LEAST, MOST));
        }
    }

    /** Cuts the page out of all there is, which must be in the order of its keys. */
    <T> Page<T> of(List<T> all, Function<T, String> key) {
        String after = marker == null ? "" : decoded();
        List<T> rest =
                all.stream().filter(one -> key.apply(one).compareTo(after) > 0).toList();
        int size = maxRecords == null ? MOST : maxRecords;
        return rest.size() <= size
                ? new Page<>(rest, null)
                : new Page<>(rest.subList(0, size), encoded(key.apply(rest.get(size - 1))));
    }

    private static String encoded(String key) {
        return Base64.getUrlEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private String decoded() {
        try {
            return new String(Base64.getUrlDecoder().decode(marker), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            throw RdsError.invalidValue("Marker " + marker + " is invalid");
        }
    }
}
