package io.aurorarestore.adapter.eventbridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.notification.StateChange;
import io.aurorarestore.port.StateChanges;
import io.aurorarestore.port.Untold;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/** Puts {@code Restore State Changed} events on the service's own bus, so that other programs can react. */
@ApplicationScoped
class EventBridgeStateChanges implements StateChanges {

    private final RestoreEvents events;

    EventBridgeStateChanges(RestoreEvents events) {
        this.events = events;
    }

    @Override
    public Uni<List<Untold>> publish(List<StateChange> changes) {
        return events.putAll(
                "Publishing a state change", changes.stream().map(this::entry).toList());
    }

    private PutEventsRequestEntry entry(StateChange change) {
        return events.entry("Restore State Changed", change.at(), change.target(), detail(change));
    }

    private ObjectNode detail(StateChange change) {
        ObjectNode json = RestoreEvents.object()
                .put("changeId", change.id())
                .put("restoreId", change.restoreId().value())
                .put("status", change.status().name())
                .put("step", change.step().label())
                .put("target", change.target())
                .put("profile", change.profile())
                .put("environment", events.environment())
                .put("text", change.text());
        change.failure().ifPresent(failure -> json.put("code", failure.code().name()));
        return json;
    }
}
