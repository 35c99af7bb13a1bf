package io.aurorarestore.local.services.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A message as ReceiveMessage gives it.
 *
 * @param attributes SQS's own, for instance {@code ApproximateReceiveCount}, {@code SentTimestamp}, {@code SenderId}
 * @param messageAttributes the sender's, by name, each with {@code DataType} and a value; an object, maybe empty
 */
public record ReceivedMessage(
        String id,
        String receiptHandle,
        String body,
        String md5OfBody,
        Map<String, String> attributes,
        JsonNode messageAttributes) {}
