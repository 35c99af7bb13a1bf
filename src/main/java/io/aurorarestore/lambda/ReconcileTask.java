package io.aurorarestore.lambda;

import io.aurorarestore.engine.Trigger;
import io.aurorarestore.model.RestoreId;

/** A restore to reconcile, because of a message. */
record ReconcileTask(RestoreId restore, Trigger trigger) {}
