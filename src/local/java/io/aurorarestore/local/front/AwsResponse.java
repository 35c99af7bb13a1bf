package io.aurorarestore.local.front;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a service of the local AWS answers. */
public record AwsResponse(int status, Map<String, String> headers, byte[] body) {

    public static AwsResponse of(int status, String contentType, String body) {
        return new AwsResponse(status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }
}
