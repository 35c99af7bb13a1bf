package io.aurorarestore.local.services.events;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import java.util.ArrayDeque;
import java.util.Deque;

/** The latest events of all buses, for those who look: {@code GET /_local/events}. */
final class PublishedEvents {

    private static final int KEPT = 2000;

    private final Deque<ObjectNode> latest = new ArrayDeque<>();

    synchronized void add(String busArn, ObjectNode event) {
        if (latest.size() == KEPT) {
            latest.removeFirst();
        }
        latest.addLast(Json.object().put("bus", busArn).set("event", event.deepCopy()));
    }

    synchronized ArrayNode toJson() {
        ArrayNode all = Json.object().putArray("events");
        latest.forEach(all::add);
        return all;
    }
}
