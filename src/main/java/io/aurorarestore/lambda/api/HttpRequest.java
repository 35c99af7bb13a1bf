package io.aurorarestore.lambda.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import io.aurorarestore.intake.RequestRejectedException;
import io.aurorarestore.model.FailureCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An HTTP request as API Gateway hands it over (payload format 2.0).
 *
 * @param headers by lower-case name
 * @param caller the IAM principal or JWT subject, or {@code anonymous}
 * @param requestId API Gateway's own
 */
record HttpRequest(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body,
        String caller,
        String requestId) {

    private static final String ANONYMOUS = "anonymous";

    /**
     * Takes nothing for granted: whatever is missing is empty.
     *
     * @throws RequestRejectedException with {@code INVALID_REQUEST} if the body is not encoded as it says
     */
    static HttpRequest of(APIGatewayV2HTTPEvent event) {
        Optional<RequestContext> context = Optional.ofNullable(event.getRequestContext());
        Map<String, String> headers = new HashMap<>();
        present(event.getHeaders()).forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return new HttpRequest(
                context.map(RequestContext::getHttp)
                        .map(RequestContext.Http::getMethod)
                        .orElse(""),
                Optional.ofNullable(event.getRawPath()).orElse(""),
                present(event.getQueryStringParameters()),
                headers,
                body(event),
                context.map(RequestContext::getAuthorizer)
                        .map(HttpRequest::caller)
                        .orElse(ANONYMOUS),
                context.map(RequestContext::getRequestId)
                        .orElseGet(() -> UUID.randomUUID().toString()));
    }

    private static byte[] body(APIGatewayV2HTTPEvent event) {
        String body = Optional.ofNullable(event.getBody()).orElse("");
        try {
            return event.getIsBase64Encoded()
                    ? Base64.getDecoder().decode(body)
                    : body.getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RequestRejectedException(
                    FailureCode.INVALID_REQUEST, "The body is not base64, as it is said to be.");
        }
    }

    private static String caller(RequestContext.Authorizer authorizer) {
        return Optional.ofNullable(authorizer.getIam())
                .map(RequestContext.IAM::getUserArn)
                .or(() -> Optional.ofNullable(authorizer.getJwt())
                        .map(RequestContext.Authorizer.JWT::getClaims)
                        .map(claims -> claims.get("sub"))
                        .map(sub -> "jwt:" + sub))
                .orElse(ANONYMOUS);
    }

    /** Whether the caller names the media type as one that it takes. */
    boolean accepts(String type) {
        return header("accept").stream()
                .flatMap(accept -> Stream.of(accept.split(",", -1)))
                .anyMatch(one -> one.split(";", 2)[0].strip().equalsIgnoreCase(type));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    private static Map<String, String> present(Map<String, String> map) {
        Map<String, String> present = new HashMap<>(map == null ? Map.of() : map);
        present.remove(null);
        present.values().removeIf(Objects::isNull);
        return present;
    }
}
