package io.aurorarestore.local.services.sns;

import io.aurorarestore.local.services.Aws;
import java.util.Map;
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

    /** A queue in the subscriber's own account needs no confirmation. */
    static Subscription of(String topicArn, String protocol, String endpoint, SubscriptionAttributes attributes) {
        return new Subscription(
                topicArn + ":" + UUID.randomUUID(),
                topicArn,
                protocol,
                endpoint,
                UUID.randomUUID().toString().replace("-", ""),
                !protocol.equals("sqs"),
                attributes);
    }

    Subscription with(SubscriptionAttributes changed) {
        return new Subscription(arn, topicArn, protocol, endpoint, token, pending, changed);
    }

    Subscription confirmed() {
        return new Subscription(arn, topicArn, protocol, endpoint, token, false, attributes);
    }

    boolean isLike(Subscription other) {
        return protocol.equals(other.protocol) && endpoint.equals(other.endpoint);
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
    Map<String, String> shown() {
        Map<String, String> shown = new TreeMap<>(attributes.shown());
        shown.put("SubscriptionArn", arn);
        shown.put("TopicArn", topicArn);
        shown.put("Protocol", protocol);
        shown.put("Endpoint", endpoint);
        shown.put("Owner", Aws.ACCOUNT);
        shown.put("PendingConfirmation", String.valueOf(pending));
        return shown;
    }
}
