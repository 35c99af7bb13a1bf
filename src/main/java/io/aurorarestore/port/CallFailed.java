package io.aurorarestore.port;

import io.aurorarestore.restore.Failure;
import io.aurorarestore.restore.FailureCode;

/** A call to the world failed; {@link Kind} says what the engine makes of it. The message holds no secret. */
public final class CallFailed extends RuntimeException {

    /** What to do about a failed call. */
    public enum Kind {
        /** Throttled, a passing fault, or a state that will change: try again later. */
        RETRY,
        /** The name exists: look whose it is. */
        ALREADY_EXISTS,
        /** It is not there: look again. */
        GONE,
        /** Trying again does not help. */
        FATAL
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final FailureCode code;

    public CallFailed(Kind kind, FailureCode code, String message) {
        super(message);
        this.kind = kind;
        this.code = code;
    }

    public Kind kind() {
        return kind;
    }

    public Failure failure() {
        return new Failure(code, getMessage());
    }
}
