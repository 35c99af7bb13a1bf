package io.aurorarestore.json;

import java.util.List;

/** Thrown where a profile is not as its readers need it. The message says all that is wrong. */
public final class UnreadableProfileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableProfileException(String what) {
        super(what);
    }

    UnreadableProfileException(List<String> wrong) {
        super(String.join("; ", wrong));
    }
}
