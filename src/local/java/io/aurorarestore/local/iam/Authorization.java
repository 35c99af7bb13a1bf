package io.aurorarestore.local.iam;

import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.AwsResponse;
import io.aurorarestore.local.front.AwsService;
import io.aurorarestore.local.front.Filter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Refuses what a function calls and its role does not permit. A caller is known by the access key; who has none of
 * those, such as a user at the command line, may do everything.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">AWS</a>
 */
public final class Authorization implements Filter {

    private final Map<String, Role> callers = new ConcurrentHashMap<>();
    private final Function<String, Map<String, String>> tags;
    private final TagLag lag;

    /**
     * @param tags of a resource, by its ARN; none of what there is not
     * @param lag after which a tag of an RDS resource counts
     */
    public Authorization(Function<String, Map<String, String>> tags, Duration lag, InstantSource clock) {
        this.tags = tags;
        this.lag = new TagLag(lag, clock);
    }

    public void assumed(String accessKey, Role role) {
        callers.put(accessKey, role);
    }

    @Override
    public AwsResponse apply(AwsRequest request, AwsService next) {
        String operation = next.operation(request);
        Role caller = callers.get(request.accessKey());
        if (caller != null) {
            refusal(caller, request, operation).ifPresent(why -> refuse(request.service(), why));
        }
        AwsResponse response = next.handle(request);
        if (response.status() < 300) {
            lag.noted(request, operation);
        }
        return response;
    }

    private Optional<String> refusal(Role caller, AwsRequest request, String operation) {
        Map<String, List<String>> context = RequestContext.of(request);
        return Permissions.of(request, operation).stream()
                .map(wanted -> wanted.with(context).with(resourceTags(wanted.resource())))
                .flatMap(wanted -> caller.refusal(wanted).stream())
                .findFirst();
    }

    private Map<String, List<String>> resourceTags(String arn) {
        Map<String, List<String>> context = new HashMap<>();
        lag.counted(arn, tags.apply(arn))
                .forEach((key, value) -> context.put("aws:ResourceTag/" + key, List.of(value)));
        return context;
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
