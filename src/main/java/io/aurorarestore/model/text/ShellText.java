package io.aurorarestore.model.text;

/** Writes words of a command that people paste into a shell. */
public final class ShellText {

    private ShellText() {}

    /** A shell takes everything between single quotes as it is, except a single quote. */
    public static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
