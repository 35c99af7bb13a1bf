package io.aurorarestore.port;

/**
 * Thrown where a change of a restore cannot be written, though nobody else was first. Trying the same again does not
 * help.
 */
public final class CommitRefusedException extends RuntimeException {

    /** What stood against it. */
    public enum Why {
        /** Its audit entry's number is taken: as after one of the tables was restored to a point in time. */
        ENTRY_EXISTS,
        /** A lock is not the restore's, or what it opens exists. */
        CONDITION,
        /** It is larger than an item may be. */
        TOO_LARGE
    }

    private static final long serialVersionUID = 1L;

    private final Why why;

    /** @param message what was to be written and what stood against it; quotes nothing of it */
    public CommitRefusedException(Why why, String message) {
        super(message);
        this.why = why;
    }

    /** For {@code onFailure}: a commit that was refused for this reason. */
    public static boolean isFor(Why why, Throwable failure) {
        return failure instanceof CommitRefusedException refused && refused.why == why;
    }
}
