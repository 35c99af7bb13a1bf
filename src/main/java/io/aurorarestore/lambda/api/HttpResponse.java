package io.aurorarestore.lambda.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.aurorarestore.model.text.PlainText;
import java.util.HashMap;
import java.util.Map;

/**
 * An HTTP response: JSON, but for documents.
 *
 * @param body a text stands for a document as it is
 */
record HttpResponse(int status, Map<String, String> headers, JsonNode body) {

    static HttpResponse ok(JsonNode body) {
        return new HttpResponse(200, Map.of(), body);
    }

    /** A page that runs nothing and loads nothing. */
    static HttpResponse page(String html) {
        Map<String, String> headers = Map.of(
                "content-type",
                "text/html; charset=utf-8",
                "content-security-policy",
                "default-src 'none'; style-src 'unsafe-inline'",
                "x-content-type-options",
                "nosniff",
                "vary",
                "accept");
        return new HttpResponse(200, headers, TextNode.valueOf(html));
    }

    static HttpResponse accepted(String location, JsonNode body) {
        return new HttpResponse(202, Map.of("location", location), body);
    }

    HttpResponse with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new HttpResponse(status, more, body);
    }

    APIGatewayV2HTTPResponse toApiGateway() {
        Map<String, String> all = new HashMap<>(headers);
        all.putIfAbsent("content-type", "application/json");
        all.putIfAbsent("cache-control", "no-store");
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(all)
                .withBody(written())
                .build();
    }

    /** In JSON characters that are not plain are written out: programs read the same. */
    private String written() {
        return body.isTextual() ? body.textValue() : PlainText.visible(body.toString());
    }
}
