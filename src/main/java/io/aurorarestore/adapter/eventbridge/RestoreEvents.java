package io.aurorarestore.adapter.eventbridge;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.adapter.ServiceErrors;
import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.text.PlainText;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import software.amazon.awssdk.services.eventbridge.EventBridgeAsyncClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

/**
 * Puts events about targets on the service's own bus.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html">PutEvents</a>
 */
@ApplicationScoped
class RestoreEvents {

    private static final String SOURCE = "aurora-restore";

    private static final JsonMapper JSON = new JsonMapper();

    private final EventBridgeAsyncClient events;
    private final ServiceConfig config;
    private final Home home;

    RestoreEvents(EventBridgeAsyncClient events, ServiceConfig config, Home home) {
        this.events = events;
        this.config = config;
        this.home = home;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** What each event about a restore says. */
    ObjectNode about(Restore restore) {
        return object().put("restoreId", restore.id().value())
                .put("target", restore.target())
                .put("profile", restore.accepted().request().profile())
                .put("environment", config.environment());
    }

    String environment() {
        return config.environment();
    }

    /** @param publishing what is being done, for the message of a failure */
    Uni<Void> put(String publishing, String detailType, Instant at, String target, ObjectNode detail) {
        PutEventsRequestEntry entry = PutEventsRequestEntry.builder()
                .eventBusName(config.bus())
                .source(SOURCE)
                .detailType(detailType)
                .time(at)
                .resources(home.clusterArn(target))
                .detail(PlainText.visible(detail.toString()))
                .build();
        return Uni.createFrom()
                .completionStage(() -> events.putEvents(put -> put.entries(entry)))
                .onFailure()
                .transform(failure -> ServiceErrors.classify(FailureCode.NOTIFICATION_FAILED, publishing, failure))
                .invoke(answer -> check(publishing, answer))
                .replaceWithVoid();
    }

    /** PutEvents succeeds even where it took nothing. */
    private static void check(String publishing, PutEventsResponse answer) {
        if (answer.failedEntryCount() != null && answer.failedEntryCount() > 0) {
            throw new CallFailedException(
                    CallFailedException.Kind.RETRY,
                    FailureCode.NOTIFICATION_FAILED,
                    publishing + " failed: " + answer.entries().get(0).errorCode());
        }
    }
}
