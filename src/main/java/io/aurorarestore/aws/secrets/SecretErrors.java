package io.aurorarestore.aws.secrets;

import io.aurorarestore.port.CallFailed;
import io.aurorarestore.port.CallFailed.Kind;
import io.aurorarestore.restore.FailureCode;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What is made of an error of Secrets Manager: missing is GONE, a passing fault RETRY, the rest FATAL. */
final class SecretErrors {

    private static final Set<String> PASSING =
            Set.of("InternalServiceError", "InternalServiceErrorException", "LimitExceededException");
    /** Errors whose text may quote what they refuse, and so a secret's value. */
    private static final Set<String> QUOTING = Set.of("ValidationException", "SerializationException");

    private SecretErrors() {}

    static CallFailed classify(String secret, Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return cause instanceof AwsServiceException
                ? ofService(secret, (AwsServiceException) cause)
                : new CallFailed(
                        Kind.RETRY,
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
            default ->
                new CallFailed(isPassing(error, code) ? Kind.RETRY : Kind.FATAL, FailureCode.SECRET_UNUSABLE, message);
        };
    }

    private static boolean isPassing(AwsServiceException error, String code) {
        return error.isThrottlingException() || error.statusCode() >= 500 || PASSING.contains(code);
    }
}
