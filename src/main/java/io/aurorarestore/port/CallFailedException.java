package io.aurorarestore.port;

import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Thrown where a call to the outside failed; {@link Kind} says what the engine makes of it. The message holds no
 * secret.
 */
public final class CallFailedException extends RuntimeException {

    /** What to do about a failed call. */
    public enum Kind {
        /** Throttled, or a state that will change: nothing was done, try again later. */
        RETRY,
        /** No answer: what was asked for may be done, not be done, or be done yet. */
        UNANSWERED,
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
    private final @Nullable String awsCode;

    public CallFailedException(Kind kind, FailureCode code, String message) {
        this(kind, code, message, null);
    }

    private CallFailedException(Kind kind, FailureCode code, String message, @Nullable String awsCode) {
        super(message);
        this.kind = kind;
        this.code = code;
        this.awsCode = awsCode;
    }

    /** The same, with the code that AWS has for it. */
    public CallFailedException saidByAws(String itsCode) {
        return new CallFailedException(kind, code, getMessage(), itsCode);
    }

    /** What AWS calls it, where AWS said it, or did not answer. */
    public Optional<String> awsCode() {
        return Optional.ofNullable(awsCode);
    }

    /** Each has one. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    public Kind kind() {
        return kind;
    }

    /** For {@code onFailure}: a call that failed in this way. */
    public static Predicate<Throwable> as(Kind kind) {
        return failure -> failure instanceof CallFailedException failed && failed.kind == kind;
    }

    /** Whether it is worth to try again later. */
    public boolean passes() {
        return kind == Kind.RETRY || kind == Kind.UNANSWERED;
    }

    public Failure failure() {
        return new Failure(code, getMessage());
    }
}
