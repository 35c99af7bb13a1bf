package io.aurorarestore.local.services.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.services.sqs.Queue;
import java.util.function.Function;

/** Sends each event to a queue, as the message's body. */
public final class SqsTarget implements Target {

    private final Queue queue;
    private final Function<ObjectNode, String> input;

    public SqsTarget(Queue queue) {
        this(queue, ObjectNode::toString);
    }

    /** @param input what of the event is sent, see {@link TargetInput} */
    public SqsTarget(Queue queue, Function<ObjectNode, String> input) {
        this.queue = queue;
        this.input = input;
    }

    @Override
    public void deliver(ObjectNode event) {
        queue.send(input.apply(event));
    }

    @Override
    public String arn() {
        return queue.arn();
    }
}
