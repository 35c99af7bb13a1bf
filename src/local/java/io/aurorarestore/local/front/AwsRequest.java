package io.aurorarestore.local.front;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One signed HTTP request to the local AWS, its signature's credential scope already read.
 *
 * @param service the signing name, for instance {@code rds}
 * @param region the region of the credential scope
 * @param accessKey the caller's access key id
 * @param headers names in lower case
 * @param path path without the query, at least {@code /}
 * @param query raw query string, empty if none
 */
public record AwsRequest(
        String service,
        String region,
        String accessKey,
        String method,
        String path,
        String query,
        Map<String, String> headers,
        byte[] body) {

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The operation of AWS's JSON protocols: {@code PutItem} of {@code X-Amz-Target: DynamoDB_20120810.PutItem}. */
    public Optional<String> target() {
        return Optional.ofNullable(headers.get("x-amz-target"))
                .map(target -> target.substring(target.indexOf('.') + 1));
    }

    public AwsRequest withHeader(String name, String value) {
        var changed = new LinkedHashMap<>(headers);
        changed.put(name, value);
        return new AwsRequest(service, region, accessKey, method, path, query, changed, body);
    }

    public AwsRequest withBody(byte[] changed) {
        return new AwsRequest(service, region, accessKey, method, path, query, headers, changed);
    }
}
