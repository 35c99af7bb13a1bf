package io.aurorarestore.adapter.postgres;

/** Names and texts made safe to stand in SQL, where a parameter cannot. */
final class Quoted {

    private Quoted() {}

    static String identifier(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    static String literal(String text) {
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.contains("\\") ? "E" + quoted.replace("\\", "\\\\") : quoted;
    }
}
