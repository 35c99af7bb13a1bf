package io.aurorarestore.local.services.sqs;

import io.aurorarestore.local.front.AwsResponse;
import java.util.LinkedHashMap;

/**
 * ElasticMQ's {@code x-amzn-query-error} holds the JSON error's name; AWS's holds the code of its older protocol and
 * whose fault it is, which SDKs show as the error's code.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#aws-protocols-awsquerycompatible-trait">AWS</a>
 */
final class SqsErrors {

    private static final String HEADER = "x-amzn-query-error";

    AwsResponse asAws(AwsResponse response) {
        String error = response.headers().get(HEADER);
        if (error == null) {
            return response;
        }
        var headers = new LinkedHashMap<>(response.headers());
        headers.put(HEADER, queryCode(error.substring(error.indexOf('#') + 1)) + ";Sender");
        return new AwsResponse(response.status(), headers, response.body());
    }

    private String queryCode(String name) {
        return name.equals("QueueDoesNotExist") ? "AWS.SimpleQueueService.NonExistentQueue" : name;
    }
}
