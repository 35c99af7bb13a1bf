package io.aurorarestore.local.front;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;

/** Sends a signed request through the filters to its service; every failure becomes an answer in AWS's form. */
final class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final Map<String, AwsService> services = new ConcurrentSkipListMap<>();
    private final List<Filter> filters = new CopyOnWriteArrayList<>();
    private final ErrorFormat errors = new ErrorFormat();

    void serve(String signingName, AwsService service) {
        services.put(signingName, service);
    }

    Map<String, AwsService> services() {
        return services;
    }

    void filter(Filter filter) {
        filters.add(filter);
    }

    /** A service with one filter before it. */
    private record Filtered(Filter filter, AwsService next) implements AwsService {

        @Override
        public AwsResponse handle(AwsRequest request) {
            return filter.apply(request, next);
        }

        @Override
        public String operation(AwsRequest request) {
            return next.operation(request);
        }

        @Override
        public boolean knows(String operation) {
            return next.knows(operation);
        }
    }

    AwsResponse dispatch(RawRequest raw) {
        try {
            var scope = CredentialScope.of(raw.headers(), raw.query()).orElseThrow(this::unsigned);
            return filtered(service(scope)).handle(raw.in(scope));
        } catch (AwsException e) {
            return errors.write(raw.headers(), e);
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s %s failed", raw.method(), raw.path());
            return errors.write(raw.headers(), new AwsException(500, "InternalFailure", String.valueOf(e)));
        }
    }

    private AwsService service(CredentialScope scope) {
        AwsService service = services.get(scope.service());
        if (service == null) {
            throw AwsException.badRequest(
                    "UnknownService",
                    "The local AWS has no service " + scope.service() + ". It has: "
                            + String.join(", ", services.keySet()));
        }
        return service;
    }

    /** The filter added first is the outermost. */
    private AwsService filtered(AwsService service) {
        AwsService chain = service;
        for (int i = filters.size() - 1; i >= 0; i--) {
            chain = new Filtered(filters.get(i), chain);
        }
        return chain;
    }

    private AwsException unsigned() {
        return new AwsException(
                403,
                "MissingAuthenticationToken",
                "Request is missing Authentication Token: the local AWS reads service and region from the signature."
                        + " Any credentials will do, for instance AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local");
    }
}
