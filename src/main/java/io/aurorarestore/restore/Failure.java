package io.aurorarestore.restore;

/**
 * What went wrong, in words that hold no secret.
 *
 * @param message what happened, to what
 */
public record Failure(FailureCode code, String message) {

    /** Message and advice in one text. */
    public String words() {
        return code + ": " + message + (message.endsWith(".") ? " " : ". ") + code.advice();
    }
}
