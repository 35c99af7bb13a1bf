package io.aurorarestore.local.front;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a service of the local AWS answers. */
public record AwsResponse(int status, Map<String, String> headers, byte[] body) {

    public static AwsResponse of(int status, String contentType, String body) {
        return new AwsResponse(status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    public static AwsResponse json(int status, JsonNode body) {
        return of(status, "application/json", body.toString());
    }
}
