package io.aurorarestore.port;

import io.aurorarestore.restore.RestoreId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Delayed messages that bring a restore back to the engine. */
public interface WakeUps {

    /**
     * @param chain the chain of wake-ups this one belongs to, see {@link io.aurorarestore.restore.Turn}
     * @param delay cut at SQS's fifteen minutes
     */
    Uni<Void> send(RestoreId restore, long chain, Duration delay);
}
