package io.aurorarestore.local.front;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An HTTP request before its signature has been looked at. Header names are in lower case. */
record RawRequest(String method, String path, String query, Map<String, String> headers, byte[] body) {

    static RawRequest of(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        return new RawRequest(
                exchange.getRequestMethod(),
                uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath(),
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                headers(exchange.getRequestHeaders()),
                exchange.getRequestBody().readAllBytes());
    }

    private static Map<String, String> headers(Map<String, List<String>> received) {
        return received.entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> String.join(",", header.getValue()),
                        (one, other) -> one + "," + other));
    }

    AwsRequest in(CredentialScope scope) {
        return new AwsRequest(scope.service(), scope.region(), scope.accessKey(), method, path, query, headers, body);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
