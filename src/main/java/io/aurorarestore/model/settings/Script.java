package io.aurorarestore.model.settings;

/**
 * SQL that is run once in the restored database, for instance to mask personal data.
 *
 * @param name what it is known by in the database, and told by: an error never quotes the SQL
 */
public record Script(String name, String sql) {}
