package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.request.Credentials;
import io.aurorarestore.model.text.NameList;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.CallFailedException.Kind;
import io.smallrye.mutiny.CompositeException;

/**
 * Classifies a failure of our own work on a database: people are told what we worked on, the condition and its
 * SQLSTATE, and no text of the server.
 */
final class PgErrors {

    private PgErrors() {}

    static CallFailedException classify(FailureCode code, Throwable failure) {
        if (failure instanceof CallFailedException known) {
            return known;
        }
        if (failure instanceof CompositeException all) {
            return classify(code, all.getCauses().get(0));
        }
        if (failure instanceof SqlFailedException error) {
            return new CallFailedException(error.kind(), code, "Work on the database failed: " + error.getMessage());
        }
        return new CallFailedException(
                Kind.RETRY,
                code,
                "Work on the database ended by " + failure.getClass().getSimpleName() + ".");
    }

    /** @param what as in: Role app cannot be created */
    static RuntimeException about(FailureCode code, String what, Throwable failure) {
        return about(code, what, "", failure);
    }

    /** @param needs is told where a privilege is missing, as in: . The master user needs CREATEROLE */
    static RuntimeException about(FailureCode code, String what, String needs, Throwable failure) {
        if (!(failure instanceof SqlFailedException error)) {
            return classify(code, failure);
        }
        return error.raised()
                ? new ProfileSqlException(what, error)
                : new CallFailedException(
                        error.kind(),
                        code,
                        what + ": " + error.getMessage() + (error.insufficientPrivilege() ? needs : ""));
    }

    /** Of a connection. */
    static RuntimeException unopened(FailureCode code, String database, Credentials user, Throwable failure) {
        String what = "Database " + NameList.of(database) + " cannot be opened as " + NameList.of(user.username());
        return failure instanceof SqlFailedException error
                ? new CallFailedException(
                        error.kind(), code, what + ": " + error.getMessage() + error.adviceOnOpening())
                : about(code, what, failure);
    }

    /** A secret that is not there will not come by waiting. */
    static CallFailedException secretMissing(String secret, CallFailedException failure) {
        return failure.kind() == Kind.GONE
                ? new CallFailedException(
                        Kind.FATAL,
                        FailureCode.SECRET_UNUSABLE,
                        "Secret " + secret + " does not exist or lacks the version that is needed.")
                : failure;
    }
}
