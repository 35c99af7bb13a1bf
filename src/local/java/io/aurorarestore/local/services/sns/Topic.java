package io.aurorarestore.local.services.sns;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** A topic and who subscribes to it. */
final class Topic {

    private final String arn;
    private final Map<String, Subscription> subscriptions = new ConcurrentSkipListMap<>();

    Topic(String arn) {
        this.arn = arn;
    }

    String arn() {
        return arn;
    }

    String name() {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    Collection<Subscription> subscriptions() {
        return subscriptions.values();
    }

    /** Adds it, or replaces the one of that ARN. */
    void put(Subscription subscription) {
        subscriptions.put(subscription.arn(), subscription);
    }

    void remove(String subscriptionArn) {
        subscriptions.remove(subscriptionArn);
    }
}
