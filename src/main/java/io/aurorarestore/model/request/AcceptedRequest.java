package io.aurorarestore.model.request;

import io.aurorarestore.model.history.Durations;
import io.aurorarestore.model.settings.Settings;
import java.time.Instant;

/**
 * A request that was accepted. It never changes.
 *
 * @param key the idempotency key it came with
 * @param by who asked: an event source or an IAM principal
 * @param usual what earlier restores of the target from such a source took, as it was when this one was opened
 */
public record AcceptedRequest(
        RestoreRequest request, Settings settings, String key, String by, Instant openedAt, Durations usual) {

    /** Without earlier ones. */
    public AcceptedRequest(RestoreRequest request, Settings settings, String key, String by, Instant openedAt) {
        this(request, settings, key, by, openedAt, Durations.NONE);
    }
}
