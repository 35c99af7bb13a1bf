package io.aurorarestore.local.front;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Takes the events that AWS services put on a region's default EventBridge bus. */
@FunctionalInterface
public interface EventSink {

    /** @param event a whole EventBridge envelope, as a rule's target receives it */
    void emit(ObjectNode event);
}
