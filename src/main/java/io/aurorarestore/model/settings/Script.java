package io.aurorarestore.model.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * SQL that is run in the restored database, once or until it has no more to do, for instance to mask personal data.
 *
 * @param name what it is known by in the database, and told by: an error never quotes the SQL
 * @param transaction false for the one statement that PostgreSQL runs in no transaction, such as {@code VACUUM}
 * @param as the role that runs it; empty: the master user
 * @param repeat whether it is run again and again, each time in a transaction, until its last statement changes no row
 * @param deadline the time for all of it, from when it first began
 */
public record Script(
        String name, String sql, boolean transaction, Optional<String> as, boolean repeat, Duration deadline) {

    /** Where a profile says nothing else. */
    public static final Duration USUAL_DEADLINE = Duration.ofHours(2);

    public static final Duration SHORTEST_DEADLINE = Duration.ofMinutes(1);
    public static final Duration LONGEST_DEADLINE = Duration.ofDays(2);

    /** In a transaction, as the master user. */
    public Script(String name, String sql) {
        this(name, sql, true, Optional.empty());
    }

    /** Once. */
    public Script(String name, String sql, boolean transaction, Optional<String> as) {
        this(name, sql, transaction, as, false, USUAL_DEADLINE);
    }
}
