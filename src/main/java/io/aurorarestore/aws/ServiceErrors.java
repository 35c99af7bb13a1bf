package io.aurorarestore.aws;

import io.aurorarestore.port.CallFailed;
import io.aurorarestore.port.CallFailed.Kind;
import io.aurorarestore.restore.FailureCode;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * What is made of an error of a service that only takes messages: no access is {@code FATAL} with {@code ACCESS_DENIED};
 * throttling, a fault of the service and no answer are {@code RETRY}; the rest is {@code FATAL}. An error's text may
 * quote what was sent, so only its code is kept.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/CommonErrors.html">Errors common to all actions</a>
 */
public final class ServiceErrors {

    private static final Set<String> NO_ACCESS =
            Set.of("AccessDenied", "AccessDeniedException", "AuthorizationError", "AuthorizationErrorException");

    private ServiceErrors() {}

    /** @param what was tried, for the message */
    public static CallFailed classify(FailureCode code, String what, Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return cause instanceof AwsServiceException
                ? ofService(code, what, (AwsServiceException) cause)
                : new CallFailed(Kind.RETRY, code, what + " got no answer: " + cause.getMessage());
    }

    private static CallFailed ofService(FailureCode code, String what, AwsServiceException error) {
        String name = codeOf(error);
        String message = what + " failed: " + name;
        if (NO_ACCESS.contains(name)) {
            return new CallFailed(Kind.FATAL, FailureCode.ACCESS_DENIED, message);
        }
        boolean passing = error.isThrottlingException() || error.statusCode() >= 500;
        return new CallFailed(passing ? Kind.RETRY : Kind.FATAL, code, message);
    }

    /** The error's code, or the HTTP status where there is none. */
    public static String codeOf(AwsServiceException error) {
        return Optional.ofNullable(error.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("HTTP " + error.statusCode());
    }
}
