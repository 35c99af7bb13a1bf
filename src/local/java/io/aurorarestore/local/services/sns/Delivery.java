package io.aurorarestore.local.services.sns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.services.sqs.Queue;
import io.aurorarestore.local.services.sqs.Sqs;
import org.jboss.logging.Logger;

/** Brings a message to a subscriber. Throws nothing: SNS tells the publisher of no failed delivery. */
record Delivery(Sqs sqs, SnsEnvelope envelope, HttpDelivery servers) {

    private static final Logger LOG = Logger.getLogger(Delivery.class);

    /** Asks a subscriber who has to confirm the subscription to do so. */
    void confirm(Subscription subscription) {
        switch (subscription.protocol()) {
            case "http", "https" -> quietly(subscription, () -> servers.confirm(subscription));
            case "email" -> LOG.infof("The local AWS sends no e-mail: %s stays pending", subscription.endpoint());
            default -> {}
        }
    }

    void deliver(PublishedMessage message, Subscription subscription) {
        quietly(subscription, () -> {
            if (subscription.wants(message)) {
                send(message, subscription);
            }
        });
    }

    private void send(PublishedMessage message, Subscription subscription) {
        switch (subscription.protocol()) {
            case "sqs" -> toQueue(message, subscription);
            case "http", "https" -> servers.deliver(message, subscription);
            default -> LOG.infof("The local AWS sends no e-mail to %s", subscription.endpoint());
        }
    }

    private static void quietly(Subscription subscription, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.errorf("SNS does not reach %s: %s", subscription.endpoint(), e);
        }
    }

    /**
     * In SNS's envelope, or raw with the attributes as the message's own.
     *
     * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html">AWS</a>
     */
    private void toQueue(PublishedMessage message, Subscription subscription) {
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
