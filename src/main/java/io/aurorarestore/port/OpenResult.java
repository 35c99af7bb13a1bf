package io.aurorarestore.port;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.RejectedRequest;
import io.aurorarestore.model.restore.Restore;

/** The result of opening a restore: it is open, was known already, or something is in the way. */
public sealed interface OpenResult {

    record Opened(Restore restore) implements OpenResult {}

    /** There is one under this id already: the same request came before. */
    record Known(Restore restore) implements OpenResult {}

    /** Another restore holds the target. */
    record Busy(RestoreId holder) implements OpenResult {}

    /** Another restore, of another target, holds the secret of the master user. */
    record SecretInUse(RestoreId holder) implements OpenResult {}

    /** The request's key came before, and was rejected: it stays so. */
    record Rejected(RejectedRequest earlier) implements OpenResult {}
}
