package io.aurorarestore.local.services.sqs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The properties of an {@code AWS::SQS::Queue} as CreateQueue's attributes. What the local AWS has no use for
 * (encryption, tags) is left out.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sqs-queue.html">AWS</a>
 */
final class QueueProperties {

    private static final List<String> PLAIN =
            List.of("VisibilityTimeout", "MessageRetentionPeriod", "DelaySeconds", "ReceiveMessageWaitTimeSeconds");
    private static final String REDRIVE = "RedrivePolicy";

    /** ElasticMQ knows one partition. */
    private static final String DEAD_LETTERS = "deadLetterTargetArn";

    private final Map<String, Object> properties;

    QueueProperties(Map<String, Object> properties) {
        this.properties = properties;
    }

    ObjectNode createQueue() {
        var input = Json.object().put("QueueName", String.valueOf(properties.get("QueueName")));
        var attributes = input.putObject("Attributes");
        PLAIN.stream()
                .filter(properties::containsKey)
                .forEach(name -> attributes.put(name, String.valueOf(properties.get(name))));
        if (properties.containsKey(REDRIVE)) {
            attributes.put(REDRIVE, redrive());
        }
        return input;
    }

    private String redrive() {
        var policy = (ObjectNode) Json.tree(Objects.requireNonNull(properties.get(REDRIVE)));
        policy.put("maxReceiveCount", policy.path("maxReceiveCount").asInt());
        policy.put(DEAD_LETTERS, policy.path(DEAD_LETTERS).asText().replaceFirst("^arn:aws[a-z-]*:", "arn:aws:"));
        return policy.toString();
    }
}
