package io.aurorarestore.lambda.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.aurorarestore.intake.RequestRejectedException;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.restore.RejectedRequest;
import io.aurorarestore.port.RejectedRequests;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/**
 * Audits the HTTP requests that were rejected. Their callers were answered: a key is free to be used again, corrected.
 */
@ApplicationScoped
class HttpRejections {

    private static final Logger LOG = Logger.getLogger(HttpRejections.class);

    private final RejectedRequests rejectedRequests;
    private final Clock clock;

    HttpRejections(RejectedRequests rejectedRequests, Clock clock) {
        this.rejectedRequests = rejectedRequests;
        this.clock = clock;
    }

    /** Never fails: the caller's answer counts more. */
    Uni<Void> note(HttpRequest call, Failure why) {
        return rejectedRequests.note(refusal(call, why)).onFailure().recoverWithUni(failure -> {
            LOG.errorf(failure, "the refusal of %s %s is not in the audit trail", call.method(), call.path());
            return Uni.createFrom().voidItem();
        });
    }

    private RejectedRequest refusal(HttpRequest call, Failure why) {
        JsonNode body = body(call);
        return new RejectedRequest(
                call.header("idempotency-key").orElse(call.requestId()),
                "",
                call.requestId(),
                body.path("target").asText(""),
                body.path("profile").asText(RestoreRequest.DEFAULT_PROFILE),
                call.caller(),
                why,
                clock.instant());
    }

    private static JsonNode body(HttpRequest call) {
        try {
            return Body.jsonOrEmpty(call);
        } catch (RequestRejectedException unreadable) {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
