package io.aurorarestore.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.services.sqs.ReceivedMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The event that Lambda makes of a batch.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">Using Lambda with SQS</a>
 */
final class SqsEvents {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> SHOWN = List.of(
            "ApproximateReceiveCount",
            "AWSTraceHeader",
            "SentTimestamp",
            "SenderId",
            "ApproximateFirstReceiveTimestamp");

    private SqsEvents() {}

    static byte[] event(List<ReceivedMessage> batch, String queueArn, String region) {
        ObjectNode event = JSON.createObjectNode();
        ArrayNode records = event.putArray("Records");
        batch.forEach(message -> records.add(entry(message, queueArn, region)));
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode entry(ReceivedMessage message, String queueArn, String region) {
        ObjectNode entry = JSON.createObjectNode()
                .put("messageId", message.id())
                .put("receiptHandle", message.receiptHandle())
                .put("body", message.body());
        ObjectNode attributes = entry.putObject("attributes");
        SHOWN.stream()
                .filter(message.attributes()::containsKey)
                .forEach(name -> attributes.put(name, message.attributes().get(name)));
        ObjectNode own = entry.putObject("messageAttributes");
        message.messageAttributes().properties().forEach(one -> own.set(one.getKey(), attribute(one.getValue())));
        return entry.put("md5OfBody", message.md5OfBody())
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", queueArn)
                .put("awsRegion", region);
    }

    private static ObjectNode attribute(JsonNode sent) {
        ObjectNode attribute = JSON.createObjectNode();
        if (sent.has("StringValue")) {
            attribute.put("stringValue", sent.path("StringValue").asText());
        }
        if (sent.has("BinaryValue")) {
            attribute.put("binaryValue", sent.path("BinaryValue").asText());
        }
        attribute.putArray("stringListValues");
        attribute.putArray("binaryListValues");
        return attribute.put("dataType", sent.path("DataType").asText());
    }
}
