package io.aurorarestore.local.rds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which past events are asked for.
 *
 * @param type of source, or null
 * @param source id of the source, or null
 * @param since at most 14 days ago
 * @param until exclusive
 */
public record DescribeEvents(
        @Nullable SourceType type, @Nullable String source, Instant since, Instant until, PageRequest page) {

    boolean admits(EmittedEvent event) {
        return (type == null || event.kind().source() == type)
                && (source == null || source.equals(event.sourceId()))
                && !event.date().isBefore(since)
                && event.date().isBefore(until);
    }
}
