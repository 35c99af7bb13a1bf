package io.aurorarestore.local.rds;

import io.aurorarestore.local.front.AwsException;

/**
 * What RDS answers when it refuses: AWS's own code (the {@code Code} on the wire, not the SDK's class name), its HTTP
 * status and its words.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/CommonErrors.html">Common errors</a>
 */
public final class RdsError extends AwsException {

    public RdsError(String code, int status, String message) {
        super(status, code, message);
    }

    public static RdsError invalidValue(String message) {
        return new RdsError("InvalidParameterValue", 400, message);
    }

    public static RdsError invalidCombination(String message) {
        return new RdsError("InvalidParameterCombination", 400, message);
    }

    static RdsError missing(String parameter) {
        return new RdsError("MissingParameter", 400, "The request must contain the parameter %s.".formatted(parameter));
    }

    public static RdsError throttled() {
        return new RdsError("Throttling", 400, "Rate exceeded");
    }
}
