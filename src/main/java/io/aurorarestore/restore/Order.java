package io.aurorarestore.restore;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A request that was accepted.
 *
 * @param key the idempotency key it came with
 * @param by who asked: an event source or an IAM principal
 * @param taskTokens of the Step Functions executions that wait for the end, the latest last; none once they were told
 */
public record Order(
        RestoreRequest request,
        Settings settings,
        String key,
        String by,
        Instant openedAt,
        List<Sensitive> taskTokens) {

    /** An execution waits no longer than a few others of the same request have come after it. */
    private static final int MOST = 5;

    /** The same request came again, from an execution that waits now. */
    Order awaitedBy(Sensitive token) {
        List<Sensitive> all =
                Stream.concat(taskTokens.stream(), Stream.of(token)).toList();
        return awaitedBy(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    /** A token is a secret: it is kept no longer than needed. */
    Order toldAll() {
        return awaitedBy(List.of());
    }

    private Order awaitedBy(List<Sensitive> tokens) {
        return new Order(request, settings, key, by, openedAt, List.copyOf(tokens));
    }
}
