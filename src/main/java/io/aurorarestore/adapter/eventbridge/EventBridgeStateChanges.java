package io.aurorarestore.adapter.eventbridge;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.adapter.ServiceErrors;
import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.text.PlainText;
import io.aurorarestore.notification.StateChange;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.StateChanges;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import software.amazon.awssdk.services.eventbridge.EventBridgeAsyncClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

/**
 * Puts {@code Restore State Changed} events on the service's own bus, so that other programs can react.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html">PutEvents</a>
 */
@ApplicationScoped
class EventBridgeStateChanges implements StateChanges {

    private static final String SOURCE = "aurora-restore";
    private static final String DETAIL_TYPE = "Restore State Changed";
    private static final String PUBLISHING = "Publishing a state change";

    private static final JsonMapper JSON = new JsonMapper();

    private final EventBridgeAsyncClient events;
    private final ServiceConfig config;
    private final Home home;

    EventBridgeStateChanges(EventBridgeAsyncClient events, ServiceConfig config, Home home) {
        this.events = events;
        this.config = config;
        this.home = home;
    }

    @Override
    public Uni<Void> publish(StateChange change) {
        return Uni.createFrom()
                .completionStage(() -> events.putEvents(put -> put.entries(entry(change))))
                .onFailure()
                .transform(failure -> ServiceErrors.classify(FailureCode.NOTIFICATION_FAILED, PUBLISHING, failure))
                .invoke(EventBridgeStateChanges::check)
                .replaceWithVoid();
    }

    private PutEventsRequestEntry entry(StateChange change) {
        return PutEventsRequestEntry.builder()
                .eventBusName(config.bus())
                .source(SOURCE)
                .detailType(DETAIL_TYPE)
                .time(change.at())
                .resources(home.clusterArn(change.target()))
                .detail(detail(change))
                .build();
    }

    private String detail(StateChange change) {
        ObjectNode json = JSON.createObjectNode()
                .put("changeId", change.id())
                .put("restoreId", change.restoreId().value())
                .put("status", change.status().name())
                .put("step", change.step().label())
                .put("target", change.target())
                .put("profile", change.profile())
                .put("environment", config.environment())
                .put("text", change.text());
        change.failure().ifPresent(failure -> json.put("code", failure.code().name()));
        return PlainText.visible(json.toString());
    }

    /** PutEvents succeeds even where it took nothing. */
    private static void check(PutEventsResponse answer) {
        if (answer.failedEntryCount() != null && answer.failedEntryCount() > 0) {
            throw new CallFailedException(
                    CallFailedException.Kind.RETRY,
                    FailureCode.NOTIFICATION_FAILED,
                    PUBLISHING + " failed: " + answer.entries().get(0).errorCode());
        }
    }
}
