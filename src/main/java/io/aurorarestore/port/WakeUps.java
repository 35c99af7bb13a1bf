package io.aurorarestore.port;

import io.aurorarestore.model.RestoreId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/** Sends the delayed messages that bring a restore back to the engine. */
public interface WakeUps {

    /** SQS takes so many messages in one call. */
    int BATCH = 10;

    /**
     * @param chain the chain of wake-ups this one belongs to, see {@link io.aurorarestore.model.restore.WakeUpSchedule}
     * @param delay cut at SQS's fifteen minutes
     */
    Uni<Void> send(RestoreId restore, long chain, Duration delay);

    /**
     * The same for many in one call; fails if not all could be sent.
     *
     * @param restores at most {@link #BATCH}
     */
    default Uni<Void> sendAll(List<RestoreId> restores, long chain, Duration delay) {
        Uni<Void> sent = Uni.createFrom().voidItem();
        for (RestoreId restore : restores) {
            sent = sent.chain(() -> send(restore, chain, delay));
        }
        return sent;
    }
}
