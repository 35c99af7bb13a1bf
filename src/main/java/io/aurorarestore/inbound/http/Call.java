package io.aurorarestore.inbound.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as API Gateway hands it over (payload format 2.0).
 *
 * @param headers by lower-case name
 * @param caller the IAM principal or JWT subject, or {@code anonymous}
 * @param requestId API Gateway's own
 */
record Call(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body,
        String caller,
        String requestId) {

    static Call of(APIGatewayV2HTTPEvent event) {
        APIGatewayV2HTTPEvent.RequestContext context = event.getRequestContext();
        Map<String, String> headers = new HashMap<>();
        orEmpty(event.getHeaders()).forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return new Call(
                context.getHttp().getMethod(),
                event.getRawPath(),
                orEmpty(event.getQueryStringParameters()),
                headers,
                body(event),
                caller(context.getAuthorizer()),
                context.getRequestId());
    }

    private static byte[] body(APIGatewayV2HTTPEvent event) {
        String body = Optional.ofNullable(event.getBody()).orElse("");
        return event.getIsBase64Encoded() ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    }

    private static String caller(APIGatewayV2HTTPEvent.RequestContext.Authorizer authorizer) {
        if (authorizer == null) {
            return "anonymous";
        }
        if (authorizer.getIam() != null) {
            return authorizer.getIam().getUserArn();
        }
        return authorizer.getJwt() == null
                ? "anonymous"
                : "jwt:" + authorizer.getJwt().getClaims().getOrDefault("sub", "unknown");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    private static Map<String, String> orEmpty(Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
