package io.aurorarestore.aws.secrets;

import io.aurorarestore.port.CallFailed;
import io.aurorarestore.port.CallFailed.Kind;
import io.aurorarestore.restore.FailureCode;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * What is made of an error of Secrets Manager: missing is GONE, throttling RETRY, a fault or no answer UNANSWERED, the
 * rest FATAL.
 */
final class SecretErrors {

    private static final Set<String> FAULTS = Set.of("InternalServiceError", "InternalServiceErrorException");
    private static final String BUSY = "LimitExceededException";
    /** Errors whose text may quote what they refuse, and so a secret's value. */
    private static final Set<String> QUOTING = Set.of("ValidationException", "SerializationException");

    private SecretErrors() {}

    static CallFailed classify(String secret, Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return cause instanceof AwsServiceException
                ? ofService(secret, (AwsServiceException) cause)
                : new CallFailed(
                        Kind.UNANSWERED,
                        FailureCode.SECRET_UNUSABLE,
                        "Secrets Manager did not answer about " + secret + ": " + cause.getMessage());
    }

    private static CallFailed ofService(String secret, AwsServiceException error) {
        Optional<AwsErrorDetails> details = Optional.ofNullable(error.awsErrorDetails());
        String code = details.map(AwsErrorDetails::errorCode).orElse("HTTP " + error.statusCode());
        String message = "Secrets Manager, secret " + secret + ": " + code
                + details.map(AwsErrorDetails::errorMessage)
                        .filter(text -> !QUOTING.contains(code))
                        .map(text -> ": " + text)
                        .orElse("");
        return switch (code) {
            case "ResourceNotFoundException" -> new CallFailed(Kind.GONE, FailureCode.SECRET_UNUSABLE, message);
            case "ResourceExistsException" -> new CallFailed(Kind.ALREADY_EXISTS, FailureCode.SECRET_UNUSABLE, message);
            case "AccessDeniedException" -> new CallFailed(Kind.FATAL, FailureCode.ACCESS_DENIED, message);
            default -> new CallFailed(kind(error, code), FailureCode.SECRET_UNUSABLE, message);
        };
    }

    private static Kind kind(AwsServiceException error, String code) {
        if (error.isThrottlingException() || BUSY.equals(code)) {
            return Kind.RETRY;
        }
        return error.statusCode() >= 500 || FAULTS.contains(code) ? Kind.UNANSWERED : Kind.FATAL;
    }
}
