package io.aurorarestore.adapter;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.CallFailedException.Kind;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Classifies an error of a service that only takes messages (SNS, SQS, EventBridge, Step Functions), that is asked
 * again in any case (DynamoDB), or whose answer can be missed (Application Auto Scaling). An error's text may quote what
 * was sent, so only its code is kept.
 *
 * <table>
 * <caption>The rules, first match wins</caption>
 * <tr><th>error</th><th>kind</th></tr>
 * <tr><td>{@code AccessDenied…}, {@code AuthorizationError…}</td><td>FATAL, ACCESS_DENIED</td></tr>
 * <tr><td>the key of a topic or queue: {@code KMS…}, but for its throttling</td><td>FATAL, KMS_KEY_UNUSABLE</td></tr>
 * <tr><td>throttling, 5xx, {@code Internal…}, a conflict of transactions or replicas</td><td>RETRY</td></tr>
 * <tr><td>no answer, time-out</td><td>RETRY</td></tr>
 * <tr><td>anything else a service says</td><td>FATAL, with the code of what was tried</td></tr>
 * <tr><td>anything else: the call was never made</td><td>FATAL, UNEXPECTED</td></tr>
 * </table>
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/CommonErrors.html">Errors common to all actions</a>
 */
public final class ServiceErrors {

    private static final Set<String> NO_ACCESS =
            Set.of("AccessDenied", "AccessDeniedException", "AuthorizationError", "AuthorizationErrorException");
    /** Each service writes them in its own way. */
    private static final Set<String> KEY_UNUSABLE = Set.of(
            "KMSAccessDenied",
            "KMSDisabled",
            "KMSInvalidState",
            "KMSNotFound",
            "KMSOptInRequired",
            "KmsAccessDenied",
            "KmsAccessDeniedException",
            "KmsDisabled",
            "KmsInvalidKeyUsage",
            "KmsInvalidState",
            "KmsInvalidStateException",
            "KmsNotFound",
            "KmsOptInRequired",
            "KMS.AccessDeniedException",
            "KMS.DisabledException",
            "KMS.InvalidKeyUsageException",
            "KMS.InvalidStateException",
            "KMS.NotFoundException",
            "KMS.OptInRequired");

    private static final Set<String> PASSING = Set.of(
            "ConcurrentUpdateException",
            "InternalError",
            "InternalErrorException",
            "InternalException",
            "InternalServerError",
            "InternalServiceException",
            "KMSThrottling",
            "KMS.ThrottlingException",
            "KmsThrottled",
            "KmsThrottlingException",
            "ProvisionedThroughputExceededException",
            "ReplicatedWriteConflictException",
            "RequestLimitExceeded",
            "RequestThrottled",
            "ThrottlingException",
            "TransactionConflictException",
            "TransactionInProgressException");
    /** Known, so that an error which a later SDK brings is noticed; see the last but one of the rules. */
    private static final Set<String> REFUSED = Set.of(
            "BatchEntryIdsNotDistinct",
            "BatchRequestTooLong",
            "ConditionalCheckFailedException",
            "EmptyBatchRequest",
            "EndpointDisabled",
            "FailedResourceAccessException",
            "IdempotentParameterMismatchException",
            "InvalidAddress",
            "InvalidBatchEntryId",
            "InvalidMessageContents",
            "InvalidNextTokenException",
            "InvalidOutput",
            "InvalidParameter",
            "InvalidSecurity",
            "InvalidToken",
            "ItemCollectionSizeLimitExceededException",
            "NotFound",
            "ParameterValueInvalid",
            "PlatformApplicationDisabled",
            "QueueDoesNotExist",
            "ResourceNotFoundException",
            "TaskDoesNotExist",
            "TaskTimedOut",
            "TransactionCanceledException",
            "UnsupportedOperation",
            "ValidationException",
            "TooManyEntriesInBatchRequest");

    private ServiceErrors() {}

    /** @param what was tried, for the message */
    public static CallFailedException classify(FailureCode code, String what, Throwable thrown) {
        Throwable cause = causeOf(thrown);
        if (cause instanceof AwsServiceException service) {
            return ofService(code, what, service).saidByAws(ErrorWords.code(service));
        }
        return isNoAnswer(cause)
                ? new CallFailedException(Kind.RETRY, code, what + " failed: AWS " + ErrorWords.noAnswer(cause) + ".")
                        .saidByAws(ErrorWords.NO_ANSWER)
                : neverMade(what, cause);
    }

    private static CallFailedException ofService(FailureCode code, String what, AwsServiceException error) {
        String name = ErrorWords.code(error);
        String message = what + " failed: " + name;
        if (NO_ACCESS.contains(name)) {
            return new CallFailedException(Kind.FATAL, FailureCode.ACCESS_DENIED, message);
        }
        if (KEY_UNUSABLE.contains(name)) {
            return new CallFailedException(Kind.FATAL, FailureCode.KMS_KEY_UNUSABLE, message);
        }
        boolean passing = error.isThrottlingException() || error.statusCode() >= 500 || PASSING.contains(name);
        return new CallFailedException(passing ? Kind.RETRY : Kind.FATAL, code, message);
    }

    /** Whether a rule but the last ones speaks of it. */
    static boolean knows(String code) {
        return NO_ACCESS.contains(code)
                || KEY_UNUSABLE.contains(code)
                || PASSING.contains(code)
                || REFUSED.contains(code);
    }

    /** What a call that is made asynchronously failed with. */
    public static Throwable causeOf(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    /** The way to the service is at fault, not the call. */
    public static boolean isNoAnswer(Throwable cause) {
        return cause instanceof SdkException || cause instanceof IOException || cause instanceof TimeoutException;
    }

    /** Whether nothing came back at all, not as much as a service's error. */
    public static boolean isUnanswered(Throwable thrown) {
        Throwable cause = causeOf(thrown);
        return isNoAnswer(cause) && !(cause instanceof AwsServiceException);
    }

    /** A defect of ours, whose text may hold anything. */
    public static CallFailedException neverMade(String what, Throwable cause) {
        return new CallFailedException(
                Kind.FATAL,
                FailureCode.UNEXPECTED,
                what + " was not possible: " + cause.getClass().getName());
    }
}
