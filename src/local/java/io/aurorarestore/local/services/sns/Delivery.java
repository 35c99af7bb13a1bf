package io.aurorarestore.local.services.sns;

import org.jboss.logging.Logger;

/** Brings a message to a subscriber. Throws nothing: SNS tells the publisher of no failed delivery. */
record Delivery(SqsDelivery queues, HttpDelivery servers) {

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
            case "sqs" -> queues.deliver(message, subscription);
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
}
