package io.aurorarestore.local.services.sns;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Somebody who gets a topic's messages.
 *
 * @param protocol {@code sqs}, {@code http}, {@code https} or {@code email}
 * @param endpoint the queue's ARN, a URL, or an address
 * @param token what confirms it
 * @param pending whether it is still to be confirmed; nothing is delivered until it is
 */
record Subscription(
        String arn,
        String topicArn,
        String protocol,
        String endpoint,
        String token,
        boolean pending,
        SubscriptionAttributes attributes) {

    private static final Set<String> OF_THE_SAME_ACCOUNT = Set.of("sqs");

    /** A queue in the subscriber's own account needs no confirmation. */
    static Subscription of(Topic topic, String protocol, String endpoint, SubscriptionAttributes attributes) {
        return new Subscription(
                topic.arn() + ":" + UUID.randomUUID(),
                topic.arn(),
                protocol,
                endpoint,
                UUID.randomUUID().toString().replace("-", ""),
                !OF_THE_SAME_ACCOUNT.contains(protocol),
                attributes);
    }

    Subscription with(SubscriptionAttributes changed) {
        return new Subscription(arn, topicArn, protocol, endpoint, token, pending, changed);
    }

    Subscription confirmed() {
        return new Subscription(arn, topicArn, protocol, endpoint, token, false, attributes);
    }

    boolean isFor(String otherProtocol, String otherEndpoint) {
        return protocol.equals(otherProtocol) && endpoint.equals(otherEndpoint);
    }

    boolean wants(PublishedMessage message) {
        return !pending
                && attributes
                        .filter()
                        .map(filter -> filter.takes(message, protocol))
                        .orElse(true);
    }

    boolean isRaw() {
        return attributes.isRaw();
    }

    /** As SNS shows it. */
    Map<String, String> shown(String owner) {
        Map<String, String> shown = new TreeMap<>(attributes.shown());
        shown.put("SubscriptionArn", arn);
        shown.put("TopicArn", topicArn);
        shown.put("Protocol", protocol);
        shown.put("Endpoint", endpoint);
        shown.put("Owner", owner);
        shown.put("PendingConfirmation", String.valueOf(pending));
        shown.put("ConfirmationWasAuthenticated", String.valueOf(OF_THE_SAME_ACCOUNT.contains(protocol)));
        return shown;
    }
}
