package io.aurorarestore.lambda.api;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** Answers with what the API says of itself: its description, and the schema of a request that this refers to. */
final class ApiDocuments {

    private static final String DESCRIPTION = "/openapi.yaml";
    private static final String REQUEST_SCHEMA = "/events/restore-request.schema.json";

    private ApiDocuments() {}

    /** As RFC 9512 calls it. */
    static HttpResponse description() {
        return document("application/yaml", DESCRIPTION);
    }

    static HttpResponse requestSchema() {
        return document("application/schema+json", REQUEST_SCHEMA);
    }

    /** It changes with a deployment only. */
    private static HttpResponse document(String type, String resource) {
        return new HttpResponse(
                200,
                Map.of("content-type", type, "cache-control", "private, max-age=3600"),
                TextNode.valueOf(text(resource)));
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(ApiDocuments.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
