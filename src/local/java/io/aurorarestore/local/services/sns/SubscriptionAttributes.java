package io.aurorarestore.local.services.sns;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a subscriber set, by SNS's names.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html">AWS</a>
 */
record SubscriptionAttributes(Map<String, String> values) {

    static final SubscriptionAttributes NONE = new SubscriptionAttributes(Map.of());

    private static final Set<String> KNOWN = Set.of("RawMessageDelivery", "FilterPolicy", "FilterPolicyScope");
    private static final Set<String> RAW = Set.of("sqs", "http", "https");

    /** @throws IllegalArgumentException in SNS's words, if it refuses them */
    SubscriptionAttributes with(Map<String, String> changes, String protocol) {
        Map<String, String> changed = new TreeMap<>(values);
        changes.forEach((name, value) -> changed.put(name, checked(name, value, protocol)));
        if (FilterPolicy.of(changed).isEmpty()) {
            changed.remove("FilterPolicy");
        }
        return new SubscriptionAttributes(Map.copyOf(changed));
    }

    private static String checked(String name, String value, String protocol) {
        if (!KNOWN.contains(name)) {
            throw new IllegalArgumentException("AttributeName");
        }
        switch (name) {
            case "RawMessageDelivery" -> checkRaw(value, protocol);
            case "FilterPolicyScope" -> checkScope(value);
            default -> {}
        }
        return value;
    }

    private static void checkRaw(String value, String protocol) {
        if (!Set.of("true", "false").contains(value)) {
            throw new IllegalArgumentException(
                    "RawMessageDelivery: Invalid value [" + value + "]. Must be true or false.");
        }
        if (value.equals("true") && !RAW.contains(protocol)) {
            throw new IllegalArgumentException(
                    "Delivery protocol [" + protocol + "] does not support raw message delivery.");
        }
    }

    private static void checkScope(String value) {
        if (!Set.of("MessageAttributes", "MessageBody").contains(value)) {
            throw new IllegalArgumentException("FilterPolicyScope: Invalid value [" + value
                    + "]. Please use either MessageBody or MessageAttributes");
        }
    }

    boolean isRaw() {
        return Boolean.parseBoolean(values.get("RawMessageDelivery"));
    }

    Optional<FilterPolicy> filter() {
        return FilterPolicy.of(values);
    }

    /** As SNS shows them: a policy with its scope. */
    Map<String, String> shown() {
        Map<String, String> shown = new TreeMap<>(values);
        shown.putIfAbsent("RawMessageDelivery", "false");
        if (shown.containsKey("FilterPolicy")) {
            shown.putIfAbsent("FilterPolicyScope", "MessageAttributes");
        }
        return shown;
    }
}
