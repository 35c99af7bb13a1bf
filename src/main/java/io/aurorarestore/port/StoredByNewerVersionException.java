package io.aurorarestore.port;

import java.util.Objects;

/**
 * Thrown where a later version of the service wrote a restore, and this one does not understand it: it leaves it
 * alone. The version that wrote it finds it overdue, and goes on.
 */
public final class StoredByNewerVersionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param what is not understood; quotes nothing of the restore */
    public StoredByNewerVersionException(String what) {
        super("A later version of the service wrote it: " + what + " is not known to this one.");
    }

    /** Each has one. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
