package io.aurorarestore.aws.postgres;

import io.aurorarestore.port.CallFailed;
import io.aurorarestore.port.CallFailed.Kind;
import io.aurorarestore.restore.FailureCode;
import io.vertx.pgclient.PgException;
import java.util.Set;

/**
 * What is made of an error of PostgreSQL. Not reachable, starting, too many connections, a login it does not know yet, a
 * lock or a serialization conflict: RETRY. All else: FATAL, with the server's own message and SQLSTATE.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">SQLSTATE codes</a>
 */
final class PgErrors {

    private static final Set<String> PASSING = Set.of(
            "28P01", "28000", "57P01", "57P02", "57P03", "53300", "40001", "40P01", "55P03", "08000", "08001", "08003",
            "08004", "08006");

    /** Here the detail names the objects that a role owns. */
    private static final String OWNS = "2BP01";

    private PgErrors() {}

    static CallFailed classify(FailureCode code, Throwable cause) {
        if (cause instanceof CallFailed) {
            return (CallFailed) cause;
        }
        if (!(cause instanceof PgException)) {
            return new CallFailed(Kind.RETRY, code, "The database does not answer: " + cause.getMessage());
        }
        PgException error = (PgException) cause;
        Kind kind = PASSING.contains(String.valueOf(error.getSqlState())) ? Kind.RETRY : Kind.FATAL;
        return new CallFailed(kind, code, words(error, error.getErrorMessage()));
    }

    /** Of a part of the work on roles and data. */
    static CallFailed about(String what, Throwable cause) {
        CallFailed plain = classify(FailureCode.DATABASE_FAILED, cause);
        return new CallFailed(plain.kind(), plain.failure().code(), what + ": " + plain.getMessage());
    }

    static String words(PgException error, String message) {
        String where = OWNS.equals(error.getSqlState()) ? ": " + error.getDetail() : "";
        return "PostgreSQL: " + message + where + " (" + error.getSqlState() + ")";
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
