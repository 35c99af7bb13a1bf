package io.aurorarestore.local.services.sns;

import java.util.Map;
import java.util.TreeMap;

/**
 * A queue that gets a topic's messages.
 *
 * @param endpoint the queue's ARN
 * @param attributes those set by the subscriber, for instance {@code RawMessageDelivery}
 */
record Subscription(String arn, String topicArn, String protocol, String endpoint, Map<String, String> attributes) {

    Subscription with(String attribute, String value) {
        var changed = new TreeMap<>(attributes);
        changed.put(attribute, value);
        return new Subscription(arn, topicArn, protocol, endpoint, Map.copyOf(changed));
    }

    boolean isRaw() {
        return Boolean.parseBoolean(attributes.get("RawMessageDelivery"));
    }
}
