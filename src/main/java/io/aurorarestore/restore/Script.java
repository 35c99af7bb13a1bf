package io.aurorarestore.restore;

/**
 * SQL that is run once in the restored database, for instance to mask personal data.
 *
 * @param name for people: what was applied is known by a hash of the SQL
 */
public record Script(String name, String sql) {}
