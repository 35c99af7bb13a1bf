package io.aurorarestore.restore;

/**
 * What went wrong, in words that hold no secret.
 *
 * @param message what happened, to what
 */
public record Failure(FailureCode code, String message) {

    /** In characters: a restore keeps it, an audit entry and a message tell it. */
    private static final int LONGEST = 4000;

    public Failure {
        message = message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
    }

    /** Message and advice in one text. */
    public String words() {
        return code + ": " + message + (message.endsWith(".") ? " " : ". ") + code.advice();
    }
}
