package io.aurorarestore.model;

import io.aurorarestore.model.text.PlainText;

/**
 * What went wrong, in words that hold no secret.
 *
 * @param message what happened, to what
 */
public record Failure(FailureCode code, String message) {

    /** In characters: a restore keeps it, an audit entry and a message tell it. */
    private static final int LONGEST = 4000;

    /** What is quoted may be anybody's text, or AWS's: it must not look like lines of ours, nor go on for ever. */
    public Failure {
        message = PlainText.shortened(PlainText.visible(message), LONGEST);
    }

    /** Message and advice in one text. */
    public String description() {
        return code + ": " + message + (message.endsWith(".") ? " " : ". ") + code.advice();
    }
}
