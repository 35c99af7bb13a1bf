package io.aurorarestore.local.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.aurorarestore.local.front.Json;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP requests as events of payload format 2.0. */
final class HttpEvents {

    private static final String ACCOUNT = "123456789012";
    private static final Pattern CREDENTIAL = Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/]+)/.*");

    private HttpEvents() {}

    /** Who has signed the request, if somebody has: the signature itself is not checked. */
    static Optional<String> accessKey(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .map(CREDENTIAL::matcher)
                .filter(Matcher::matches)
                .map(matched -> matched.group(1));
    }

    static ObjectNode of(HttpExchange exchange, byte[] body, Optional<String> accessKey) {
        String path = exchange.getRequestURI().getPath();
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        ObjectNode event = Json.object()
                .put("version", "2.0")
                .put("routeKey", "$default")
                .put("rawPath", path)
                .put("rawQueryString", query);
        headers(exchange, event);
        parameters(query, event);
        context(exchange, path, accessKey, event);
        return body(event, body);
    }

    private static void headers(HttpExchange exchange, ObjectNode event) {
        ObjectNode headers = event.putObject("headers");
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    }

    /** A parameter given twice has both its values, with a comma between them. */
    private static void parameters(String query, ObjectNode event) {
        if (query.isEmpty()) {
            return;
        }
        ObjectNode parameters = event.putObject("queryStringParameters");
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            String name = decoded(parts[0]);
            String value = parts.length == 2 ? decoded(parts[1]) : "";
            parameters.put(name, parameters.has(name) ? parameters.path(name).asText() + "," + value : value);
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static void context(HttpExchange exchange, String path, Optional<String> accessKey, ObjectNode event) {
        Instant now = Instant.now();
        ObjectNode context = event.putObject("requestContext")
                .put("accountId", ACCOUNT)
                .put("apiId", "local")
                .put("domainName", "localhost")
                .put("domainPrefix", "localhost")
                .put("requestId", UUID.randomUUID().toString())
                .put("routeKey", "$default")
                .put("stage", "$default")
                .put("time", now.toString())
                .put("timeEpoch", now.toEpochMilli());
        context.putObject("http")
                .put("method", exchange.getRequestMethod())
                .put("path", path)
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", "127.0.0.1")
                .put(
                        "userAgent",
                        Optional.ofNullable(exchange.getRequestHeaders().getFirst("User-Agent"))
                                .orElse(""));
        accessKey.ifPresent(key -> context.putObject("authorizer")
                .putObject("iam")
                .put("accessKey", key)
                .put("accountId", ACCOUNT)
                .put("callerId", key)
                .put("userArn", "arn:aws:iam::" + ACCOUNT + ":user/" + key)
                .put("userId", key));
    }

    /** As text where it is some, else in base 64. */
    private static ObjectNode body(ObjectNode event, byte[] body) {
        if (body.length == 0) {
            return event.put("isBase64Encoded", false);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return event.put("body", text).put("isBase64Encoded", false);
        } catch (CharacterCodingException e) {
            return event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
        }
    }
}
