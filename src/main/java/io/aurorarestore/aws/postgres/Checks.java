package io.aurorarestore.aws.postgres;

import io.aurorarestore.port.CallFailed;
import io.aurorarestore.restore.FailureCode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.List;

/**
 * Runs a profile's checks: each is one statement that must answer one row of one column, true. They are prepared, so
 * that none can be several statements, and read only.
 */
final class Checks {

    /** Comments, space and semicolons: the client never ends a statement that has nothing else. */
    private static final String SAYS_NOTHING = "(?s)(?:--[^\\n]*|/\\*.*?\\*/|[;\\s])*+";

    private Checks() {}

    static Uni<String> run(PgConnection connection, List<String> checks) {
        Uni<Void> all = Statements.run(connection, List.of("SET default_transaction_read_only = on"));
        for (String check : checks) {
            all = all.chain(() -> hold(connection, check));
        }
        return all.replaceWith(checks.size() + " check(s) hold");
    }

    private static Uni<Void> hold(PgConnection connection, String check) {
        if (check.matches(SAYS_NOTHING)) {
            return Uni.createFrom().failure(failed(check));
        }
        return connection
                .preparedQuery(check)
                .execute()
                .onFailure()
                .transform(failure -> broken(check, failure))
                .invoke(rows -> {
                    if (!holds(rows)) {
                        throw failed(check);
                    }
                })
                .replaceWithVoid();
    }

    private static boolean holds(RowSet<Row> rows) {
        if (rows.size() != 1) {
            return false;
        }
        Row row = rows.iterator().next();
        return row.size() == 1 && Boolean.TRUE.equals(row.getValue(0));
    }

    private static CallFailed failed(String check) {
        return new CallFailed(
                CallFailed.Kind.FATAL, FailureCode.VERIFICATION_FAILED, "This check does not hold: " + check);
    }

    private static CallFailed broken(String check, Throwable failure) {
        CallFailed cause = PgErrors.classify(FailureCode.VERIFICATION_FAILED, failure);
        return new CallFailed(
                cause.kind(),
                FailureCode.VERIFICATION_FAILED,
                "This check cannot be run: " + check + " - " + cause.getMessage());
    }
}
