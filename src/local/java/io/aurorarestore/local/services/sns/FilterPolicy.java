package io.aurorarestore.local.services.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import software.amazon.event.ruler.Machine;

/**
 * Which messages a subscription wants, matched by AWS's own event-ruler, whose words SNS's refusals are.
 *
 * @param onBody whether it looks at the message instead of its attributes
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html">AWS</a>
 */
record FilterPolicy(ObjectNode policy, boolean onBody) {

    private static final String RULE = "policy";

    /**
     * Reads it from a subscription's attributes; empty where it takes every message.
     *
     * @throws IllegalArgumentException if it is no filter policy
     */
    static Optional<FilterPolicy> of(Map<String, String> attributes) {
        String text = attributes.getOrDefault("FilterPolicy", "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var policy = Json.readObject(text)
                .orElseThrow(() -> new IllegalArgumentException("FilterPolicy: failed to parse JSON."));
        var read = new FilterPolicy(policy, "MessageBody".equals(attributes.get("FilterPolicyScope")));
        return policy.isEmpty() ? Optional.empty() : Optional.of(read.checked());
    }

    private FilterPolicy checked() {
        try {
            machine();
        } catch (IOException e) {
            throw new IllegalArgumentException("FilterPolicy: " + e.getMessage(), e);
        }
        return this;
    }

    /** A message that cannot be looked at is not wanted: one that is no JSON object, where its body counts. */
    boolean takes(PublishedMessage message, String protocol) {
        Optional<ObjectNode> seen = onBody ? Json.readObject(message.text(protocol)) : Optional.of(attributes(message));
        return seen.filter(this::matches).isPresent();
    }

    private boolean matches(ObjectNode json) {
        try {
            return !machine().rulesForJSONEvent(json.toString()).isEmpty();
        } catch (Exception e) {
            throw new IllegalArgumentException("event-ruler cannot read the message: " + e.getMessage(), e);
        }
    }

    private Machine machine() throws IOException {
        Machine machine = Machine.builder().build();
        machine.addRule(RULE, policy.toString());
        return machine;
    }

    private static ObjectNode attributes(PublishedMessage message) {
        ObjectNode json = Json.object();
        message.attributes().stream()
                .filter(each -> !each.isBinary())
                .forEach(each -> json.set(each.name(), value(each)));
        return json;
    }

    private static JsonNode value(MessageAttribute attribute) {
        if (attribute.type().startsWith("String") && !attribute.type().equals("String.Array")) {
            return Json.tree(attribute.value());
        }
        try {
            return Json.read(attribute.value());
        } catch (IllegalArgumentException e) {
            return Json.tree(attribute.value());
        }
    }
}
