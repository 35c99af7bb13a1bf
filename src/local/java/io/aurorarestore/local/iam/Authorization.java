package io.aurorarestore.local.iam;

import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.AwsResponse;
import io.aurorarestore.local.front.AwsService;
import io.aurorarestore.local.front.Filter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses what a function calls and its role does not permit. A caller is known by the access key; who has none of
 * those, such as a user at the command line, may do everything. Actions and resources are checked, conditions are not:
 * what they say is held against their text by a test.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">AWS</a>
 */
public final class Authorization implements Filter {

    private final Map<String, Role> callers = new ConcurrentHashMap<>();

    public void assumed(String accessKey, Role role) {
        callers.put(accessKey, role);
    }

    @Override
    public AwsResponse apply(AwsRequest request, AwsService next) {
        Role caller = callers.get(request.accessKey());
        if (caller != null) {
            refusal(caller, request, next.operation(request)).ifPresent(why -> refuse(request.service(), why));
        }
        return next.handle(request);
    }

    private static Optional<String> refusal(Role caller, AwsRequest request, String operation) {
        return Permissions.of(request, operation).stream()
                .flatMap(wanted -> caller.refusal(wanted).stream())
                .findFirst();
    }

    /** Each protocol has a code of its own for it. */
    private static void refuse(String service, String why) {
        System.err.println("denied: " + why);
        throw switch (service) {
            case "rds" -> new AwsException(403, "AccessDenied", why);
            case "sns" -> new AwsException(403, "AuthorizationError", why);
            default -> AwsException.badRequest("AccessDeniedException", why);
        };
    }
}
