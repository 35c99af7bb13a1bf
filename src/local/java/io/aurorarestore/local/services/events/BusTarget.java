package io.aurorarestore.local.services.events;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Forwards each event to another bus, also of another region. The event stays what it is: its id, time, source, account
 * and region are those of where it happened.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html">AWS</a>
 */
public final class BusTarget implements Target {

    private final EventBridge events;
    private final String arn;
    private final BusArn bus;

    /** @throws IllegalArgumentException if it is not the ARN of a bus */
    public BusTarget(EventBridge events, String arn) {
        this.events = events;
        this.arn = arn;
        this.bus = BusArn.of(arn);
    }

    @Override
    public void deliver(ObjectNode event) {
        events.forward(bus, event);
    }

    @Override
    public String arn() {
        return arn;
    }
}
