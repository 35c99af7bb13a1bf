package io.aurorarestore.local.front;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Writes an error as the caller's protocol has it: JSON where an {@code X-Amz-Target} was sent, else XML. */
final class ErrorFormat {

    AwsResponse write(Map<String, String> requestHeaders, AwsException error) {
        return requestHeaders.containsKey("x-amz-target") ? json(requestHeaders, error) : xml(error);
    }

    private AwsResponse json(Map<String, String> headers, AwsException error) {
        var body = Json.object().put("__type", error.code()).put("message", error.getMessage());
        String type = headers.getOrDefault("content-type", "application/x-amz-json-1.1");
        AwsResponse plain = AwsResponse.of(error.status(), type, body.toString());
        return headers.getOrDefault("x-amz-target", "").startsWith("AmazonSQS.") ? withQueryError(plain, error) : plain;
    }

    /** SDKs take a code of SQS's older protocol from this header. */
    private AwsResponse withQueryError(AwsResponse plain, AwsException error) {
        var sent = new LinkedHashMap<>(plain.headers());
        sent.put("x-amzn-query-error", error.code() + ";" + fault(error));
        return new AwsResponse(plain.status(), sent, plain.body());
    }

    private AwsResponse xml(AwsException error) {
        String requestId = UUID.randomUUID().toString();
        return new Xml()
                .element(
                        "ErrorResponse",
                        response -> response.element(
                                        "Error",
                                        body -> body.text("Type", fault(error))
                                                .text("Code", error.code())
                                                .text("Message", error.getMessage()))
                                .text("RequestId", requestId))
                .response(error.status(), requestId);
    }

    private static String fault(AwsException error) {
        return error.status() < 500 ? "Sender" : "Receiver";
    }
}
