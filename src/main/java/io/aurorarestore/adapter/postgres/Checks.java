package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.settings.Check;
import io.aurorarestore.model.text.NameList;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs a profile's checks: each is one statement that must answer one row of one column, true. They are prepared, so
 * that none can be several statements, and read only.
 */
record Checks(Session session, List<Check> all) {

    /** Comments, space and semicolons: the client never ends a statement that has nothing else. */
    private static final String SAYS_NOTHING = "(?s)(?:--[^\\n]*|/\\*.*?\\*/|[;\\s])*+";

    /** They read as every owner would whom the master can join, until the transaction that joined is rolled back. */
    Uni<Void> run() {
        return Transactions.undone(
                session,
                () -> new Owners(session)
                        .join()
                        .chain(() -> session.run("SET TRANSACTION READ ONLY"))
                        .chain(() -> Sequential.of(
                                IntStream.range(0, all.size()).boxed().toList(), this::hold)));
    }

    private Uni<Void> hold(int at) {
        String title = NameList.of(all.get(at).title(at + 1));
        String sql = all.get(at).sql();
        if (sql.matches(SAYS_NOTHING)) {
            return Uni.createFrom().failure(failed(title));
        }
        return session.query(sql)
                .onFailure()
                .transform(failure -> broken(title, failure))
                .invoke(rows -> {
                    if (!holds(rows)) {
                        throw failed(title);
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

    private static CallFailedException failed(String title) {
        return new CallFailedException(
                CallFailedException.Kind.FATAL,
                FailureCode.VERIFICATION_FAILED,
                "This check does not hold: " + title + ". It must answer one row of one column, true.");
    }

    private static Throwable broken(String title, Throwable failure) {
        if (failure instanceof SqlFailedException error && error.canceled()) {
            return new CallFailedException(
                    CallFailedException.Kind.FATAL,
                    FailureCode.VERIFICATION_FAILED,
                    "This check was ended before it had an answer: " + title
                            + ". No statement may take longer than a run of the database function (DatabaseTimeout).");
        }
        return failure instanceof SqlFailedException error && error.unreadable()
                ? failed(title)
                : ProfileSqlException.of("This check cannot be run: " + title, failure);
    }
}
