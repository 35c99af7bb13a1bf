package io.aurorarestore.local.services.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.services.Aws;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * One queue, used from within this process: not counted, delays as given. Where there is no such queue, each method
 * throws {@link AwsException} with the code {@code QueueDoesNotExist}.
 */
public final class Queue {

    private static final String VISIBILITY_TIMEOUT = "VisibilityTimeout";

    private final SqsClient sqs;
    private final String arn;
    private final String url;

    Queue(SqsClient sqs, String region, String name, int frontPort) {
        this.sqs = sqs;
        this.arn = Aws.arn("sqs", region, name);
        this.url = "http://localhost:%d/%s/%s".formatted(frontPort, Aws.ACCOUNT, name);
    }

    public String arn() {
        return arn;
    }

    public String url() {
        return url;
    }

    /** @return the message's id */
    public String send(String body) {
        return send(body, Json.object());
    }

    /**
     * @param messageAttributes by name, each with {@code DataType} and {@code StringValue} or {@code BinaryValue}
     * @return the message's id
     */
    public String send(String body, ObjectNode messageAttributes) {
        var input = toThis().put("MessageBody", body);
        if (!messageAttributes.isEmpty()) {
            input.set("MessageAttributes", messageAttributes);
        }
        return sqs.call("SendMessage", input).path("MessageId").asText();
    }

    /**
     * Waits for messages.
     *
     * @param max 1 to 10
     * @param wait whole seconds, 0 to 20
     */
    public List<ReceivedMessage> receive(int max, Duration wait) {
        var input = toThis().put("MaxNumberOfMessages", max).put("WaitTimeSeconds", wait.toSeconds());
        input.putArray("AttributeNames").add("All");
        input.putArray("MessageAttributeNames").add("All");
        JsonNode messages = sqs.call("ReceiveMessage", input).path("Messages");
        return StreamSupport.stream(messages.spliterator(), false)
                .map(this::message)
                .toList();
    }

    private ReceivedMessage message(JsonNode received) {
        JsonNode sent = received.path("MessageAttributes");
        return new ReceivedMessage(
                received.path("MessageId").asText(),
                received.path("ReceiptHandle").asText(),
                received.path("Body").asText(),
                received.path("MD5OfBody").asText(),
                texts(received.path("Attributes")),
                sent.isObject() ? sent : Json.object());
    }

    private Map<String, String> texts(JsonNode object) {
        var texts = new LinkedHashMap<String, String>();
        object.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    /** For how long a message that was received is hidden. */
    public Duration visibilityTimeout() {
        var input = toThis();
        input.putArray("AttributeNames").add(VISIBILITY_TIMEOUT);
        JsonNode attributes = sqs.call("GetQueueAttributes", input).path("Attributes");
        return Duration.ofSeconds(attributes.path(VISIBILITY_TIMEOUT).asLong());
    }

    public void delete(String receiptHandle) {
        sqs.call("DeleteMessage", toThis().put("ReceiptHandle", receiptHandle));
    }

    /** @param timeout from now; 0 makes the message visible at once */
    public void changeVisibility(String receiptHandle, Duration timeout) {
        var input = toThis().put("ReceiptHandle", receiptHandle).put(VISIBILITY_TIMEOUT, timeout.toSeconds());
        sqs.call("ChangeMessageVisibility", input);
    }

    private ObjectNode toThis() {
        return Json.object().put("QueueUrl", url);
    }
}
