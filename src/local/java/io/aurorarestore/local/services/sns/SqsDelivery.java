package io.aurorarestore.local.services.sns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.services.sqs.Queue;
import io.aurorarestore.local.services.sqs.Sqs;

/**
 * Delivers to queues: in SNS's envelope, or raw with the attributes as the message's own.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html">AWS</a>
 */
record SqsDelivery(Sqs sqs, Envelope envelope) {

    void deliver(PublishedMessage message, Subscription subscription) {
        Queue queue = sqs.queue(subscription.endpoint());
        if (subscription.isRaw()) {
            queue.send(message.text("sqs"), rawAttributes(message));
        } else {
            queue.send(envelope.notification(message, subscription).toString());
        }
    }

    private static ObjectNode rawAttributes(PublishedMessage message) {
        var attributes = Json.object();
        message.attributes()
                .forEach(each -> attributes
                        .putObject(each.name())
                        .put("DataType", each.type())
                        .put(each.isBinary() ? "BinaryValue" : "StringValue", each.value()));
        return attributes;
    }
}
