package io.aurorarestore.local.services.sns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.services.sqs.Queue;
import io.aurorarestore.local.services.sqs.Sqs;
import org.jboss.logging.Logger;

/**
 * Delivers to queues: in SNS's JSON envelope, or raw with the attributes as the message's own. The envelope is not
 * signed and says so.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html">AWS</a>
 */
final class SqsDelivery {

    private static final Logger LOG = Logger.getLogger(SqsDelivery.class);

    private final Sqs sqs;

    SqsDelivery(Sqs sqs) {
        this.sqs = sqs;
    }

    /** Throws nothing: SNS tells the publisher of no failed delivery. */
    void deliver(PublishedMessage message, Subscription subscription) {
        try {
            send(message, subscription, sqs.queue(subscription.endpoint()));
        } catch (RuntimeException e) {
            LOG.errorf("SNS message %s did not reach %s: %s", message.messageId(), subscription.endpoint(), e);
        }
    }

    private void send(PublishedMessage message, Subscription subscription, Queue queue) {
        if (subscription.isRaw()) {
            queue.send(message.text("sqs"), rawAttributes(message));
        } else {
            queue.send(envelope(message, subscription).toString());
        }
    }

    private ObjectNode envelope(PublishedMessage message, Subscription subscription) {
        var json = Json.object().put("Type", "Notification").put("MessageId", message.messageId());
        json.put("TopicArn", message.topicArn());
        if (message.subject() != null) {
            json.put("Subject", message.subject());
        }
        json.put("Message", message.text("sqs")).put("Timestamp", message.time());
        json.put("SignatureVersion", "1").put("Signature", "not signed by the local AWS");
        json.put("SigningCertURL", "").put("UnsubscribeURL", "");
        if (!message.attributes().isEmpty()) {
            json.set("MessageAttributes", message.attributesJson());
        }
        return json;
    }

    private ObjectNode rawAttributes(PublishedMessage message) {
        var attributes = Json.object();
        message.attributes()
                .forEach(each -> attributes
                        .putObject(each.name())
                        .put("DataType", each.type())
                        .put(each.isBinary() ? "BinaryValue" : "StringValue", each.value()));
        return attributes;
    }
}
