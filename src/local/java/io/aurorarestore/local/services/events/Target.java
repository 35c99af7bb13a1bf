package io.aurorarestore.local.services.events;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Takes the events a rule matches. Called from many threads at once. */
@FunctionalInterface
public interface Target {

    /** @param event the whole envelope */
    void deliver(ObjectNode event);
}
