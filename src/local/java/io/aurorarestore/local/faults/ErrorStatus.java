package io.aurorarestore.local.faults;

import java.util.List;
import java.util.Set;

/**
 * The HTTP status that comes with an error code: that of the services' models, and of AWS's common errors.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/CommonErrors.html">Common errors</a>
 */
final class ErrorStatus {

    private static final Set<String> FORBIDDEN = Set.of(
            "AccessDenied",
            "AuthorizationError",
            "DBClusterEndpointQuotaExceededFault",
            "DBClusterQuotaExceededFault",
            "ExpiredToken",
            "InsufficientDBClusterCapacityFault",
            "InvalidClientTokenId",
            "NotAuthorized",
            "OptInRequired",
            "SignatureDoesNotMatch");
    private static final Set<String> BROKEN = Set.of(
            "InternalError",
            "InternalException",
            "InternalFailure",
            "InternalServerError",
            "InternalServiceError",
            "InternalServiceErrorException");
    private static final Set<String> UNAVAILABLE =
            Set.of("RequestLimitExceeded", "ServiceUnavailable", "ServiceUnavailableException", "SlowDown");
    private static final List<String> MISSING = List.of("NotFound", "NotFoundFault");

    private ErrorStatus() {}

    static int of(String code) {
        if (FORBIDDEN.contains(code)) {
            return 403;
        }
        if (BROKEN.contains(code)) {
            return 500;
        }
        if (UNAVAILABLE.contains(code)) {
            return 503;
        }
        return MISSING.stream().anyMatch(code::endsWith) ? 404 : 400;
    }
}
