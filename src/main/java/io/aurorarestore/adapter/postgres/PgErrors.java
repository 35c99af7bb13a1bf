package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.port.CallFailed;
import io.aurorarestore.port.CallFailed.Kind;
import io.smallrye.mutiny.CompositeException;

/**
 * What is made of a failure of our own work on a database: people are told what we worked on, the condition and its
 * SQLSTATE, and no text of the server.
 */
final class PgErrors {

    private PgErrors() {}

    static CallFailed classify(FailureCode code, Throwable failure) {
        if (failure instanceof CallFailed known) {
            return known;
        }
        if (failure instanceof CompositeException all) {
            return classify(code, all.getCauses().get(0));
        }
        if (failure instanceof SqlFailedException error) {
            return new CallFailed(error.kind(), code, "Work on the database failed: " + error.getMessage());
        }
        return new CallFailed(
                Kind.RETRY,
                code,
                "Work on the database ended by " + failure.getClass().getSimpleName() + ".");
    }

    /** @param what as in: Role app cannot be created */
    static CallFailed about(FailureCode code, String what, Throwable failure) {
        return failure instanceof SqlFailedException error
                ? new CallFailed(error.kind(), code, what + ": " + error.getMessage())
                : classify(code, failure);
    }

    /** A secret that is not there will not come by waiting. */
    static CallFailed secretMissing(String secret, CallFailed failure) {
        return failure.kind() == Kind.GONE
                ? new CallFailed(
                        Kind.FATAL,
                        FailureCode.SECRET_UNUSABLE,
                        "Secret " + secret + " does not exist or lacks the version that is needed.")
                : failure;
    }
}
