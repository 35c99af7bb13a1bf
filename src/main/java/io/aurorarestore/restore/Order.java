package io.aurorarestore.restore;

import java.time.Instant;
import java.util.Optional;

/**
 * A request that was accepted.
 *
 * @param key the idempotency key it came with
 * @param by who asked: an event source or an IAM principal
 * @param taskToken of the Step Functions execution that waits for the end
 */
public record Order(
        RestoreRequest request,
        Settings settings,
        String key,
        String by,
        Instant openedAt,
        Optional<Sensitive> taskToken) {

    /** The same request came again, from an execution that waits now. */
    Order awaitedBy(Sensitive token) {
        return new Order(request, settings, key, by, openedAt, Optional.of(token));
    }
}
