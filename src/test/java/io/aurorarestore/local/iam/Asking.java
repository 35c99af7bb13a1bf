package io.aurorarestore.local.iam;

import io.aurorarestore.local.front.AwsRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Requests as they come to the local AWS. */
final class Asking {

    private Asking() {}

    static AwsRequest request(String accessKey, String service, String body) {
        return new AwsRequest(
                service, "us-east-1", accessKey, "POST", "/", "", Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
