package io.aurorarestore.local.services.dynamodb;

import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.AwsResponse;
import io.aurorarestore.local.services.Aws;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Set;

/**
 * DynamoDB Local has an account and a region of its own in the ARNs of its tables. Operations on tables, which carry no
 * items, show and take ours instead.
 */
final class TableArns {

    private static final String THEIRS = "arn:aws:dynamodb:ddblocal:000000000000:";
    private static final Set<String> OPERATIONS = Set.of("CreateTable", "DescribeTable", "UpdateTable", "DeleteTable");

    boolean concerns(String operation) {
        return OPERATIONS.contains(operation);
    }

    AwsRequest incoming(AwsRequest request) {
        return request.withBody(bytes(request.text().replace(ours(request.region()), THEIRS)));
    }

    /** The checksum goes: it was made of the other text. */
    AwsResponse outgoing(String region, AwsResponse response) {
        var headers = new LinkedHashMap<>(response.headers());
        headers.remove("x-amz-crc32");
        String text = new String(response.body(), StandardCharsets.UTF_8);
        return new AwsResponse(response.status(), headers, bytes(text.replace(THEIRS, ours(region))));
    }

    private String ours(String region) {
        return Aws.arn("dynamodb", region, "");
    }

    private byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
