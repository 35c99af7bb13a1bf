package io.aurorarestore.local.services.sns;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

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

    /** The subscription of that endpoint, made if there is none. */
    synchronized Subscription subscribe(String protocol, String endpoint, SubscriptionAttributes attributes) {
        Subscription subscription = subscriptions.values().stream()
                .filter(each -> each.isFor(protocol, endpoint))
                .findFirst()
                .orElseGet(() -> Subscription.of(this, protocol, endpoint, attributes));
        if (!attributes.values().isEmpty() && !subscription.attributes().equals(attributes)) {
            throw SnsErrors.invalid("Attributes Reason: Subscription already exists with different attributes");
        }
        subscriptions.putIfAbsent(subscription.arn(), subscription);
        return subscription;
    }

    /** Does nothing to a subscription that has ended. */
    void change(String subscriptionArn, UnaryOperator<Subscription> change) {
        subscriptions.computeIfPresent(subscriptionArn, (each, subscription) -> change.apply(subscription));
    }

    void remove(String subscriptionArn) {
        subscriptions.remove(subscriptionArn);
    }
}
