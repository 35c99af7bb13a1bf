package io.aurorarestore.local.rds;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a listing.
 *
 * @param marker asks for the next page, or null if this is the last
 */
public record Page<T>(List<T> items, @Nullable String marker) {

    public Page {
        items = List.copyOf(items);
    }
}
