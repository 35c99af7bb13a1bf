package io.aurorarestore.lambda.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.intake.RequestRejectedException;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.text.EnumText;
import java.util.Map;

/**
 * An error as {@code application/problem+json}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
final class Problem {

    private static final JsonMapper JSON = new JsonMapper();

    private Problem() {}

    static HttpResponse of(RequestRejectedException refused) {
        ObjectNode body = body(refused.failure(), refused.failure().code().httpStatus());
        refused.violations().forEach(body.withArray("violations")::add);
        refused.holder().ifPresent(holder -> body.put("holder", holder.value()));
        return reply(body);
    }

    static HttpResponse of(Failure failure) {
        return reply(body(failure, failure.code().httpStatus()));
    }

    private static ObjectNode body(Failure failure, int status) {
        String code = failure.code().name();
        return JSON.createObjectNode()
                .put("type", "urn:aurora-restore:" + EnumText.of(failure.code()))
                .put("title", code)
                .put("status", status)
                .put("code", code)
                .put("detail", failure.message())
                .put("advice", failure.code().advice());
    }

    private static HttpResponse reply(ObjectNode body) {
        return new HttpResponse(body.path("status").asInt(), Map.of("content-type", "application/problem+json"), body);
    }
}
