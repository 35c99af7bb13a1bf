package io.aurorarestore.model.settings;

import java.util.List;

/**
 * What an application role may do in the restored database.
 *
 * @param statements for {@link Level#CUSTOM}: SQL in which {@code {user}} stands for the role's quoted name
 */
public record Grant(Level level, List<String> statements) {

    public static final Grant READ_ONLY = new Grant(Level.READ_ONLY, List.of());
    public static final Grant READ_WRITE = new Grant(Level.READ_WRITE, List.of());

    /** How much a role may do; tables that come later are included. */
    public enum Level {
        READ_ONLY,
        READ_WRITE,
        CUSTOM
    }

    public static Grant custom(List<String> statements) {
        return new Grant(Level.CUSTOM, List.copyOf(statements));
    }
}
