package io.aurorarestore.adapter.rds;

import io.aurorarestore.adapter.ErrorWords;
import io.aurorarestore.adapter.ServiceErrors;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.CallFailedException.Kind;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Classifies an error of RDS.
 *
 * <table>
 * <caption>The rules, first match wins</caption>
 * <tr><th>error</th><th>kind</th></tr>
 * <tr><td>throttling</td><td>RETRY</td></tr>
 * <tr><td>no answer, time-out, 5xx</td><td>UNANSWERED</td></tr>
 * <tr><td>{@code Invalid…State…}: the resource is busy, but for {@code
 * InvalidVPCNetworkStateFault}</td><td>RETRY</td></tr>
 * <tr><td>{@code Insufficient…Capacity}</td><td>RETRY</td></tr>
 * <tr><td>{@code SnapshotQuotaExceeded} of copies in progress</td><td>RETRY</td></tr>
 * <tr><td>{@code …AlreadyExists…}</td><td>ALREADY_EXISTS</td></tr>
 * <tr><td>the cluster, instance, snapshot or automated backup is {@code …NotFound…}</td><td>GONE</td></tr>
 * <tr><td>{@code DBClusterAutomatedBackupQuotaExceededFault}</td><td>FATAL, BACKUP_QUOTA_EXCEEDED</td></tr>
 * <tr><td>{@code …QuotaExceeded…}</td><td>FATAL, QUOTA_EXCEEDED</td></tr>
 * <tr><td>{@code AccessDenied}, {@code UnauthorizedOperation}</td><td>FATAL, ACCESS_DENIED</td></tr>
 * <tr><td>{@code KMSKeyNotAccessibleFault}</td><td>FATAL, KMS_KEY_UNUSABLE</td></tr>
 * <tr><td>anything else RDS says: what is named is not there, or does not suit</td><td>FATAL, AWS_REFUSED</td></tr>
 * <tr><td>anything else: the call was never made</td><td>FATAL, UNEXPECTED</td></tr>
 * </table>
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/CommonErrors.html">Common errors</a>
 */
final class RdsErrors {

    private static final Set<String> UNANSWERED =
            Set.of("RequestTimeout", "RequestTimeoutException", "PriorRequestNotComplete");
    private static final Set<String> OURS_GONE = Set.of(
            "DBClusterNotFoundFault",
            "DBClusterAutomatedBackupNotFoundFault",
            "DBInstanceNotFound",
            "DBClusterSnapshotNotFoundFault",
            "DBSnapshotNotFound",
            "ResourceNotFoundFault");
    /** Says that a subnet group has become unfit: it reads like a passing state and is none. */
    private static final String UNFIT_NETWORK = "InvalidVPCNetworkStateFault";

    private static final Map<String, FailureCode> FATAL = Map.of(
            "DBClusterAutomatedBackupQuotaExceededFault", FailureCode.BACKUP_QUOTA_EXCEEDED,
            "AccessDenied", FailureCode.ACCESS_DENIED,
            "AccessDeniedException", FailureCode.ACCESS_DENIED,
            "UnauthorizedOperation", FailureCode.ACCESS_DENIED,
            "KMSKeyNotAccessibleFault", FailureCode.KMS_KEY_UNUSABLE);

    /** Known, so that an error which a later SDK brings is noticed. */
    private static final Set<String> REFUSED = Set.of(
            "AuthorizationNotFound",
            "BlueGreenDeploymentNotFoundFault",
            "CertificateNotFound",
            "DBClusterParameterGroupNotFound",
            "DBParameterGroupNotFound",
            "DBProxyEndpointNotFoundFault",
            "DBProxyNotFoundFault",
            "DBProxyTargetGroupNotFoundFault",
            "DBProxyTargetNotFoundFault",
            "DBSecurityGroupNotFound",
            "DBShardGroupNotFound",
            "DBSnapshotTenantDatabaseNotFoundFault",
            "DBSubnetGroupDoesNotCoverEnoughAZs",
            "DBSubnetGroupNotFoundFault",
            "DBUpgradeDependencyFailure",
            "DomainNotFoundFault",
            "GlobalClusterNotFoundFault",
            "IntegrationNotFoundFault",
            "InvalidRestoreFault",
            "InvalidSubnet",
            "NetworkTypeNotSupported",
            "OptionGroupNotFoundFault",
            "ProvisionedIopsNotAvailableInAZFault",
            "StorageTypeNotAvailableFault",
            "StorageTypeNotSupported",
            "TenantDatabaseNotFound",
            "VpcEncryptionControlViolationException",
            UNFIT_NETWORK);

    private RdsErrors() {}

    /** Whether a rule but the last ones speaks of it. */
    static boolean knows(String code) {
        return isBusy(code)
                || isScarce(code)
                || code.contains("AlreadyExists")
                || OURS_GONE.contains(code)
                || code.contains("QuotaExceeded")
                || FATAL.containsKey(code)
                || REFUSED.contains(code);
    }

    static CallFailedException classify(Throwable thrown) {
        Throwable cause = ServiceErrors.causeOf(thrown);
        if (cause instanceof AwsServiceException service) {
            return ofService(service).saidByAws(ErrorWords.code(service));
        }
        return ServiceErrors.isNoAnswer(cause)
                ? new CallFailedException(
                                Kind.UNANSWERED, FailureCode.AWS_REFUSED, "RDS " + ErrorWords.noAnswer(cause) + ".")
                        .saidByAws(ErrorWords.NO_ANSWER)
                : ServiceErrors.neverMade("A call to RDS", cause);
    }

    private static CallFailedException ofService(AwsServiceException error) {
        String code = ErrorWords.code(error);
        String message = "RDS: " + ErrorWords.of(error);
        if (isUnanswered(error, code)) {
            return new CallFailedException(Kind.UNANSWERED, FailureCode.AWS_REFUSED, message);
        }
        if (isPassing(error, code)) {
            return new CallFailedException(Kind.RETRY, FailureCode.AWS_REFUSED, message);
        }
        if (code.contains("AlreadyExists")) {
            return new CallFailedException(Kind.ALREADY_EXISTS, FailureCode.NAME_TAKEN, message);
        }
        if (OURS_GONE.contains(code)) {
            return new CallFailedException(Kind.GONE, FailureCode.GONE, message);
        }
        return new CallFailedException(Kind.FATAL, fatal(code), message);
    }

    private static boolean isUnanswered(AwsServiceException error, String code) {
        return (error.statusCode() >= 500 && !error.isThrottlingException()) || UNANSWERED.contains(code);
    }

    private static boolean isPassing(AwsServiceException error, String code) {
        return error.isThrottlingException()
                || isBusy(code)
                || isScarce(code)
                || (code.equals("SnapshotQuotaExceeded") && text(error).contains("across regions"));
    }

    private static boolean isBusy(String code) {
        return code.startsWith("Invalid") && code.contains("State") && !code.equals(UNFIT_NETWORK);
    }

    private static boolean isScarce(String code) {
        return code.startsWith("Insufficient") && code.contains("Capacity");
    }

    private static FailureCode fatal(String code) {
        FailureCode other = code.contains("QuotaExceeded") ? FailureCode.QUOTA_EXCEEDED : FailureCode.AWS_REFUSED;
        return FATAL.getOrDefault(code, other);
    }

    private static String text(AwsServiceException error) {
        return error.awsErrorDetails() == null || error.awsErrorDetails().errorMessage() == null
                ? ""
                : error.awsErrorDetails().errorMessage();
    }
}
