package io.aurorarestore.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.Eventually;
import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.services.sqs.Queue;
import io.aurorarestore.local.services.sqs.Sqs;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A queue of its own for a test, which can say how many messages it still has. */
record TestQueue(Sqs sqs, Queue itself) {

    static final String REGION = "us-east-1";

    TestQueue(Sqs sqs, Map<String, Object> properties) {
        this(sqs, create(sqs, properties));
    }

    private static Queue create(Sqs sqs, Map<String, Object> properties) {
        String name = UUID.randomUUID().toString();
        Map<String, Object> all = new HashMap<>(properties);
        all.put("QueueName", name);
        sqs.createQueue(REGION, all);
        return sqs.queue(REGION, name);
    }

    /** Waits until all messages are deleted, those in flight too. */
    void assertEmpties() throws Exception {
        Eventually.that(() -> assertThat(messages()).as("messages left").isZero());
    }

    int messages() {
        var input = Json.object().put("QueueUrl", itself.url());
        input.putArray("AttributeNames").add("All");
        var headers =
                Map.of("x-amz-target", "AmazonSQS.GetQueueAttributes", "content-type", "application/x-amz-json-1.0");
        byte[] body = input.toString().getBytes(StandardCharsets.UTF_8);
        var response = sqs.handle(new AwsRequest("sqs", REGION, "test", "POST", "/", "", headers, body));
        JsonNode attributes =
                Json.read(new String(response.body(), StandardCharsets.UTF_8)).path("Attributes");
        return attributes.path("ApproximateNumberOfMessages").asInt()
                + attributes.path("ApproximateNumberOfMessagesNotVisible").asInt();
    }
}
