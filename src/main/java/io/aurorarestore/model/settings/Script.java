package io.aurorarestore.model.settings;

import java.util.Optional;

/**
 * SQL that is run once in the restored database, for instance to mask personal data.
 *
 * @param name what it is known by in the database, and told by: an error never quotes the SQL
 * @param transaction false for the one statement that PostgreSQL runs in no transaction, such as {@code VACUUM}
 * @param as the role that runs it; empty: the master user
 */
public record Script(String name, String sql, boolean transaction, Optional<String> as) {

    /** In a transaction, as the master user. */
    public Script(String name, String sql) {
        this(name, sql, true, Optional.empty());
    }
}
