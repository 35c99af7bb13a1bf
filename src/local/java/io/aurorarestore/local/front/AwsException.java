package io.aurorarestore.local.front;

import java.util.Objects;

/**
 * An error a service of the local AWS answers, by AWS's own code. The endpoint writes it in the request's protocol
 * ({@link ErrorFormat}). It is an answer, not a failure of ours, so it has no stack trace.
 */
public class AwsException extends RuntimeException {

    private final int status;
    private final String code;

    /** @param status HTTP status, for instance 400 */
    public AwsException(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** The caller's mistake, HTTP 400. */
    public static AwsException badRequest(String code, String message) {
        return new AwsException(400, code, message);
    }

    public static AwsException unknownOperation(String operation) {
        return badRequest("UnknownOperationException", "The local AWS does not know the operation " + operation + ".");
    }

    public final int status() {
        return status;
    }

    public final String code() {
        return code;
    }

    /** Each has one. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // with the code, which is no part of the message
    public String toString() {
        return "%s (%d): %s".formatted(code, status, getMessage());
    }
}
