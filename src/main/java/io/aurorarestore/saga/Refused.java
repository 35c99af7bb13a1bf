package io.aurorarestore.saga;

import io.aurorarestore.restore.Failure;
import io.aurorarestore.restore.FailureCode;

/** A request is not accepted, and nothing was begun. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FailureCode code;

    public Refused(FailureCode code, String message) {
        super(message);
        this.code = code;
    }

    public Failure failure() {
        return new Failure(code, getMessage());
    }
}
