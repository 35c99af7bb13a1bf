package io.aurorarestore.adapter.postgres;

/** Quotes names and texts so that they are safe in SQL, where a parameter cannot stand. */
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
