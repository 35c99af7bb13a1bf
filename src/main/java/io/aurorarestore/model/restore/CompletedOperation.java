package io.aurorarestore.model.restore;

import io.aurorarestore.model.RestoreId;

/**
 * An operation that was carried out, remembered under its key.
 *
 * @param key the idempotency key, which says which operation it is
 * @param subject what was asked for, in words
 * @param restore the restore it was done to
 */
public record CompletedOperation(String key, String subject, RestoreId restore) {}
