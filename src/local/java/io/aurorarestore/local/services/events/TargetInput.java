package io.aurorarestore.local.services.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Function;

/**
 * What of an event a target gets: the constant {@code Input}, the part at {@code InputPath}, or all of it.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html">AWS</a>
 */
public final class TargetInput {

    private TargetInput() {}

    /**
     * @param target the resolved properties of one of a rule's {@code Targets}
     * @throws IllegalArgumentException for an input the local AWS does not support
     */
    public static Function<ObjectNode, String> of(Map<String, Object> target) {
        if (target.containsKey("InputTransformer")) {
            throw new IllegalArgumentException("InputTransformer is not supported");
        }
        if (target.get("Input") instanceof String constant) {
            return event -> constant;
        }
        return target.get("InputPath") instanceof String path ? at(path) : ObjectNode::toString;
    }

    private static Function<ObjectNode, String> at(String path) {
        if (!path.matches("\\$(\\.[\\w-]+)*")) {
            throw new IllegalArgumentException("InputPath " + path + " is not supported: plain $.a.b is");
        }
        String pointer = path.substring(1).replace('.', '/');
        return event -> event.at(pointer).toString();
    }
}
