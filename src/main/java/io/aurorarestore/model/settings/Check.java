package io.aurorarestore.model.settings;

import java.util.Optional;

/**
 * A question to the restored database: one statement that must answer one true.
 *
 * @param name for people: an error tells it, never the SQL
 */
public record Check(Optional<String> name, String sql) {

    public static Check unnamed(String sql) {
        return new Check(Optional.empty(), sql);
    }

    public static Check named(String name, String sql) {
        return new Check(Optional.of(name), sql);
    }

    /**
     * How people are told of it.
     *
     * @param number from one, among the profile's checks
     */
    public String title(int number) {
        return name.orElse("check " + number);
    }
}
