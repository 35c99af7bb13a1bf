package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.Uni;

/**
 * Thrown where SQL of a profile failed, or something of the database's own failed ours. People are told its name, the
 * condition, the position and the objects that the error names.
 */
final class ProfileSqlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SqlFailedException error;
    private final String advice;

    /** @param what as in: Script mask failed */
    static Throwable of(String what, Throwable failure) {
        return of(what, failure, "");
    }

    /** @param advice is told at the end, empty or beginning with a full stop */
    static Throwable of(String what, Throwable failure, String advice) {
        return failure instanceof SqlFailedException error ? new ProfileSqlException(what, error, advice) : failure;
    }

    ProfileSqlException(String what, SqlFailedException error) {
        this(what, error, "");
    }

    private ProfileSqlException(String what, SqlFailedException error, String advice) {
        super(what, error);
        this.error = error;
        this.advice = advice;
    }

    /** Call when its transaction has ended: a session asks no question in one that failed. */
    Uni<CallFailedException> told(Session session, FailureCode code) {
        return error.objects()
                .description(session)
                .map(objects -> new CallFailedException(
                        error.kind(),
                        code,
                        getMessage() + ": " + error.wordsWithPlace() + (objects.isEmpty() ? "" : " in " + objects)
                                + advice()));
    }

    private String advice() {
        if (!advice.isEmpty() && error.unsupported()) {
            return advice;
        }
        return error.endsTransaction()
                ? ". It is part of a transaction that is not its own: it must not begin, commit or roll back"
                : "";
    }
}
