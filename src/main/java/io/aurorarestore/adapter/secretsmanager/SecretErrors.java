package io.aurorarestore.adapter.secretsmanager;

import io.aurorarestore.adapter.ErrorWords;
import io.aurorarestore.adapter.ServiceErrors;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.CallFailedException.Kind;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Classifies an error of Secrets Manager.
 *
 * <table>
 * <caption>The rules, first match wins</caption>
 * <tr><th>error</th><th>kind</th></tr>
 * <tr><td>{@code ResourceNotFoundException}</td><td>GONE, SECRET_UNUSABLE</td></tr>
 * <tr><td>{@code ResourceExistsException}</td><td>ALREADY_EXISTS, SECRET_UNUSABLE</td></tr>
 * <tr><td>{@code AccessDeniedException}</td><td>FATAL, ACCESS_DENIED</td></tr>
 * <tr><td>{@code DecryptionFailure}, {@code EncryptionFailure}</td><td>FATAL, KMS_KEY_UNUSABLE</td></tr>
 * <tr><td>throttling, {@code LimitExceededException}: of versions made in a short time</td><td>RETRY</td></tr>
 * <tr><td>{@code InternalServiceError}, 5xx, no answer</td><td>UNANSWERED</td></tr>
 * <tr><td>anything else Secrets Manager says</td><td>FATAL, SECRET_UNUSABLE</td></tr>
 * <tr><td>anything else: the call was never made</td><td>FATAL, UNEXPECTED</td></tr>
 * </table>
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/CommonErrors.html">Common errors</a>
 */
final class SecretErrors {

    private static final Set<String> FAULTS = Set.of("InternalServiceError", "InternalServiceErrorException");
    private static final String BUSY = "LimitExceededException";
    private static final Set<String> KEY_UNUSABLE = Set.of("DecryptionFailure", "EncryptionFailure");
    private static final Set<String> NAMED =
            Set.of("ResourceNotFoundException", "ResourceExistsException", "AccessDeniedException");
    /** Known, so that an error which a later SDK brings is noticed. */
    private static final Set<String> REFUSED = Set.of(
            "InvalidParameterException",
            "InvalidRequestException",
            "MalformedPolicyDocumentException",
            "PreconditionNotMetException");
    /** Errors whose text may quote what they refuse, and so a secret's value. */
    private static final Set<String> QUOTING = Set.of("ValidationException", "SerializationException");

    private SecretErrors() {}

    static CallFailedException classify(String secret, Throwable thrown) {
        Throwable cause = ServiceErrors.causeOf(thrown);
        if (cause instanceof AwsServiceException service) {
            return ofService(secret, service).saidByAws(ErrorWords.code(service));
        }
        return ServiceErrors.isNoAnswer(cause)
                ? new CallFailedException(
                                Kind.UNANSWERED,
                                FailureCode.SECRET_UNUSABLE,
                                "Secrets Manager, secret " + secret + ": it " + ErrorWords.noAnswer(cause) + ".")
                        .saidByAws(ErrorWords.NO_ANSWER)
                : ServiceErrors.neverMade("A call to Secrets Manager about " + secret, cause);
    }

    /** Whether a rule but the last ones speaks of it. */
    static boolean knows(String code) {
        return NAMED.contains(code)
                || KEY_UNUSABLE.contains(code)
                || BUSY.equals(code)
                || FAULTS.contains(code)
                || REFUSED.contains(code);
    }

    private static CallFailedException ofService(String secret, AwsServiceException error) {
        String code = ErrorWords.code(error);
        String message =
                "Secrets Manager, secret " + secret + ": " + (QUOTING.contains(code) ? code : ErrorWords.of(error));
        return switch (code) {
            case "ResourceNotFoundException" ->
                new CallFailedException(Kind.GONE, FailureCode.SECRET_UNUSABLE, message);
            case "ResourceExistsException" ->
                new CallFailedException(Kind.ALREADY_EXISTS, FailureCode.SECRET_UNUSABLE, message);
            case "AccessDeniedException" -> new CallFailedException(Kind.FATAL, FailureCode.ACCESS_DENIED, message);
            case "DecryptionFailure", "EncryptionFailure" ->
                new CallFailedException(Kind.FATAL, FailureCode.KMS_KEY_UNUSABLE, message);
            default -> new CallFailedException(kind(error, code), FailureCode.SECRET_UNUSABLE, message);
        };
    }

    private static Kind kind(AwsServiceException error, String code) {
        if (error.isThrottlingException() || BUSY.equals(code)) {
            return Kind.RETRY;
        }
        return error.statusCode() >= 500 || FAULTS.contains(code) ? Kind.UNANSWERED : Kind.FATAL;
    }
}
