package io.aurorarestore.lambda;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** What becomes of a message that comes alone. */
final class Routed {

    private Routed() {}

    static List<ReconcileTask> by(MessageRouter router, InboxMessage message) {
        return router.route(message, router.events(List.of(Uni.createFrom().item(message))))
                .await()
                .indefinitely();
    }
}
