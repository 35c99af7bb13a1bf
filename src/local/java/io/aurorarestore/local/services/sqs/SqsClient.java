package io.aurorarestore.local.services.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.AwsResponse;
import io.aurorarestore.local.front.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Calls a region's SQS from within this process: not counted, delays as given. */
record SqsClient(String region, ElasticMq elasticMq) {

    /** @throws AwsException SQS's own errors, for instance {@code QueueDoesNotExist} */
    JsonNode call(String operation, ObjectNode input) {
        var headers = Map.of("x-amz-target", "AmazonSQS." + operation, "content-type", "application/x-amz-json-1.0");
        byte[] body = input.toString().getBytes(StandardCharsets.UTF_8);
        return answer(elasticMq.send(new AwsRequest("sqs", region, "local", "POST", "/", "", headers, body)));
    }

    private JsonNode answer(AwsResponse response) {
        String text = new String(response.body(), StandardCharsets.UTF_8);
        if (response.status() != 200) {
            throw error(response.status(), Json.readObject(text).orElseGet(Json::object));
        }
        return text.isBlank() ? Json.object() : Json.read(text);
    }

    /** One that is on its way out may answer with a sentence. */
    private static AwsException error(int status, JsonNode answer) {
        String type = answer.path("__type").asText("InternalFailure");
        return new AwsException(
                status,
                type.substring(type.indexOf('#') + 1),
                answer.path("Message").asText("SQS answered with an error."));
    }
}
