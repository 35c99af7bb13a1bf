package io.aurorarestore.adapter.eventbridge;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.adapter.Batches;
import io.aurorarestore.adapter.ServiceErrors;
import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.text.PlainText;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.CallTally;
import io.aurorarestore.port.Untold;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.eventbridge.EventBridgeAsyncClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/**
 * Puts events about targets on the service's own bus.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html">PutEvents</a>
 */
@ApplicationScoped
class RestoreEvents {

    private static final String SOURCE = "aurora-restore";

    /** PutEvents' limit. */
    private static final int MOST_ENTRIES = 10;

    /** What PutEvents takes in all in every region, in bytes; and more than what stands around a detail. */
    private static final int MOST_BYTES = 250_000;

    private static final int AROUND = 1024;

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

    PutEventsRequestEntry entry(String detailType, Instant at, String target, ObjectNode detail) {
        return PutEventsRequestEntry.builder()
                .eventBusName(config.bus())
                .source(SOURCE)
                .detailType(detailType)
                .time(at)
                .resources(home.clusterArn(target))
                .detail(PlainText.visible(detail.toString()))
                .build();
    }

    /** @param publishing what is being done, for the message of a failure */
    Uni<Void> put(String publishing, String detailType, Instant at, String target, ObjectNode detail) {
        return call(publishing, List.of(entry(detailType, at, target, detail)))
                .invoke(untold -> untold.forEach(one -> {
                    throw new CallFailedException(
                            CallFailedException.Kind.RETRY, FailureCode.NOTIFICATION_FAILED, one.why());
                }))
                .replaceWithVoid();
    }

    /** In as few calls as it takes; answers those that the bus did not take. */
    Uni<List<Untold>> putAll(String publishing, List<PutEventsRequestEntry> entries) {
        List<Untold> untold = new ArrayList<>();
        Uni<Void> all = Uni.createFrom().voidItem();
        int before = 0;
        for (List<PutEventsRequestEntry> batch : Batches.of(entries, MOST_ENTRIES, MOST_BYTES, RestoreEvents::bytes)) {
            int first = before;
            before += batch.size();
            all = all.chain(() -> call(publishing, batch)
                    .onFailure(CallFailedException.class)
                    .recoverWithItem(failure -> Untold.all(batch.size(), failure.getMessage()))
                    .invoke(some -> some.forEach(one -> untold.add(new Untold(first + one.at(), one.why()))))
                    .replaceWithVoid());
        }
        return all.replaceWith(untold);
    }

    private Uni<List<Untold>> call(String publishing, List<PutEventsRequestEntry> entries) {
        return CallTally.counted("events", "PutEvents", () -> events.putEvents(put -> put.entries(entries)))
                .onFailure()
                .transform(failure -> ServiceErrors.classify(FailureCode.NOTIFICATION_FAILED, publishing, failure))
                .map(answer -> refused(publishing, answer.entries()));
    }

    /** PutEvents succeeds even where it took nothing. */
    private static List<Untold> refused(String publishing, List<PutEventsResultEntry> results) {
        return IntStream.range(0, results.size())
                .filter(at -> results.get(at).errorCode() != null)
                .mapToObj(at -> new Untold(
                        at, publishing + " failed: " + results.get(at).errorCode()))
                .toList();
    }

    private static int bytes(PutEventsRequestEntry entry) {
        return entry.detail().getBytes(StandardCharsets.UTF_8).length + AROUND;
    }
}
