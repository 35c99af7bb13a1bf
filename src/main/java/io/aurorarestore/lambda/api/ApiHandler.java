package io.aurorarestore.lambda.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.aurorarestore.intake.RequestRejectedException;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Handles HTTP requests from API Gateway: finds the route, answers, and makes a problem document of what goes wrong.
 */
@Named("api")
class ApiHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final Logger LOG = Logger.getLogger(ApiHandler.class);

    /** API Gateway gives up after 30 s. */
    private static final Duration LONGEST = Duration.ofSeconds(25);

    private final Api api;

    ApiHandler(Api api) {
        this.api = api;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return read(event).toApiGateway();
    }

    private HttpResponse read(APIGatewayV2HTTPEvent event) {
        try {
            return answer(HttpRequest.of(event));
        } catch (RequestRejectedException unreadable) {
            return Problem.of(unreadable);
        }
    }

    HttpResponse answer(HttpRequest call) {
        try {
            return route(call).await().atMost(LONGEST);
        } catch (RequestRejectedException refused) {
            return Problem.of(refused);
        } catch (CallFailedException failed) {
            LOG.errorf(
                    "%s %s failed: %s",
                    call.method(), call.path(), failed.failure().description());
            return Problem.of(failed.failure());
        } catch (RuntimeException unexpected) {
            LOG.errorf(unexpected, "%s %s failed", call.method(), call.path());
            return Problem.of(new Failure(FailureCode.UNEXPECTED, "The request could not be worked on."));
        }
    }

    private Uni<HttpResponse> route(HttpRequest call) {
        List<Route> here = Route.at(call.path()).toList();
        Optional<Route> route =
                here.stream().filter(one -> one.method().equals(call.method())).findFirst();
        if (route.isEmpty()) {
            return Uni.createFrom()
                    .item(
                            here.isEmpty()
                                    ? Problem.of(new Failure(FailureCode.NOTHING_HERE, "There is nothing here."))
                                    : notAllowed(here));
        }
        return api.on(route.get(), call, route.get().match(call.path()).orElseThrow());
    }

    private static HttpResponse notAllowed(List<Route> here) {
        String allowed = here.stream().map(Route::method).distinct().collect(Collectors.joining(", "));
        return Problem.of(new Failure(FailureCode.METHOD_NOT_ALLOWED, "Only " + allowed + " is possible here."))
                .with("allow", allowed);
    }
}
