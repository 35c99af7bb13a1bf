package io.aurorarestore.lambda.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.aurorarestore.intake.Refused;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.restore.Refusal;
import io.aurorarestore.port.Refusals;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Audits the calls that were refused. Their callers were answered: a key is free to be used again, corrected. */
@ApplicationScoped
class HttpRefusals {

    private static final Logger LOG = Logger.getLogger(HttpRefusals.class);

    private final Refusals refusals;
    private final Clock clock;

    HttpRefusals(Refusals refusals, Clock clock) {
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Never fails: the caller's answer counts more. */
    Uni<Void> note(Call call, Failure why) {
        return refusals.note(refusal(call, why)).onFailure().recoverWithUni(failure -> {
            LOG.errorf(failure, "the refusal of %s %s is not in the audit trail", call.method(), call.path());
            return Uni.createFrom().voidItem();
        });
    }

    private Refusal refusal(Call call, Failure why) {
        JsonNode body = body(call);
        return new Refusal(
                call.header("idempotency-key").orElse(call.requestId()),
                "",
                call.requestId(),
                body.path("target").asText(""),
                body.path("profile").asText(RestoreRequest.DEFAULT_PROFILE),
                call.caller(),
                why,
                clock.instant());
    }

    private static JsonNode body(Call call) {
        try {
            return Body.jsonOrEmpty(call);
        } catch (Refused unreadable) {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
