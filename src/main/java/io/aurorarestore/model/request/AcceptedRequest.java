package io.aurorarestore.model.request;

import io.aurorarestore.model.settings.Settings;
import java.time.Instant;

/**
 * A request that was accepted. It never changes.
 *
 * @param key the idempotency key it came with
 * @param by who asked: an event source or an IAM principal
 */
public record AcceptedRequest(RestoreRequest request, Settings settings, String key, String by, Instant openedAt) {}
