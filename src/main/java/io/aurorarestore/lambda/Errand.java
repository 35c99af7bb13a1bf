package io.aurorarestore.lambda;

import io.aurorarestore.engine.Hint;
import io.aurorarestore.model.RestoreId;

/** A restore to look at, because of a message. */
record Errand(RestoreId restore, Hint hint) {}
