package io.aurorarestore.local.services.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What SNS asks of a filter policy beyond what event-ruler does.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html">AWS</a>
 */
record FilterPolicyLimits(ObjectNode policy, boolean nests) {

    private static final int MOST_KEYS = 5;
    private static final int MOST_COMBINATIONS = 150;
    private static final String OR = "$or";

    /** @throws IllegalArgumentException in SNS's words */
    void check() {
        if (keys(policy) > MOST_KEYS) {
            throw new IllegalArgumentException("FilterPolicy: Filter policy can not have more than 5 keys");
        }
        if (combinations(policy, 1) > MOST_COMBINATIONS) {
            throw new IllegalArgumentException("FilterPolicy: Filter policy is too complex");
        }
    }

    private int keys(JsonNode level) {
        int keys = 0;
        for (var each : level.properties()) {
            keys += each.getValue().isObject() ? keys(each.getValue()) : 1;
        }
        return keys;
    }

    private long combinations(JsonNode level, int depth) {
        long combinations = 1;
        for (var each : level.properties()) {
            combinations *= combinations(each.getKey(), each.getValue(), depth);
        }
        return combinations;
    }

    private long combinations(String key, JsonNode value, int depth) {
        if (value.isObject()) {
            return nested(value, depth + 1);
        }
        if (!value.isArray()) {
            throw new IllegalArgumentException("FilterPolicy: \"" + key + "\" must be an object or an array");
        }
        return key.equals(OR) ? alternatives(value, depth) : (long) value.size() * depth;
    }

    private long nested(JsonNode level, int depth) {
        if (!nests) {
            throw new IllegalArgumentException(
                    "Filter policy scope MessageAttributes does not support nested filter policy");
        }
        return combinations(level, depth);
    }

    private long alternatives(JsonNode all, int depth) {
        long sum = 0;
        for (JsonNode one : all) {
            sum += combinations(one, depth);
        }
        return sum;
    }
}
