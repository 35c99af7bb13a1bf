package io.aurorarestore.inbound;

import io.aurorarestore.restore.RestoreId;
import io.aurorarestore.saga.Hint;

/** A restore to look at, because of a message. */
record Errand(RestoreId restore, Hint hint) {}
