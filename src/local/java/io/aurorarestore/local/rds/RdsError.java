package io.aurorarestore.local.rds;

import java.util.Objects;

/**
 * What RDS answers when it refuses: AWS's own code (the {@code Code} on the wire, not the SDK's class name), its HTTP
 * status and its words.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/CommonErrors.html">Common errors</a>
 */
public final class RdsError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final int httpStatus;

    public RdsError(String code, int httpStatus, String message) {
        super(message, null, false, false);
        this.code = code;
        this.httpStatus = httpStatus;
    }

    public static RdsError invalidValue(String message) {
        return new RdsError("InvalidParameterValue", 400, message);
    }

    public static RdsError invalidCombination(String message) {
        return new RdsError("InvalidParameterCombination", 400, message);
    }

    public static RdsError missing(String parameter) {
        return new RdsError("MissingParameter", 400, "The request must contain the parameter %s.".formatted(parameter));
    }

    public static RdsError throttled() {
        return new RdsError("Throttling", 400, "Rate exceeded");
    }

    /** Each has one. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    public String code() {
        return code;
    }

    public int httpStatus() {
        return httpStatus;
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // with the code, which is no part of the message
    public String toString() {
        return "%s (%d): %s".formatted(code, httpStatus, getMessage());
    }
}
