package io.aurorarestore.adapter.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/**
 * An open connection to a database. All that fails in it fails with {@link SqlFailedException}, and notices are passed
 * over: no text of the server gets any further, not even into a log.
 *
 * @param certificate the hosts that the server's certificate is for, where one was asked for
 */
record Session(PgConnection connection, Optional<CertificateNames> certificate) {

    static Uni<Session> open(Vertx vertx, PgConnectOptions options) {
        return uni(() -> PgConnection.connect(vertx, options), SqlFailedException::of)
                .map(connection -> new Session(connection.noticeHandler(notice -> {}), Optional.empty()));
    }

    Session with(Optional<CertificateNames> seen) {
        return new Session(connection, seen);
    }

    Uni<RowSet<Row>> query(String sql) {
        return query(sql, Tuple.tuple());
    }

    /** One statement: no more can be prepared. */
    Uni<RowSet<Row>> query(String sql, Tuple values) {
        return uni(() -> connection.preparedQuery(sql).execute(values), failure -> SqlFailedException.of(sql, failure));
    }

    /** What each row of the answer is read as. */
    <T> Uni<List<T>> rows(String sql, Tuple values, Function<Row, T> read) {
        return query(sql, values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(read)
                        .toList());
    }

    /** One after the other. */
    Uni<Void> run(List<String> statements) {
        return Sequential.of(statements, this::run);
    }

    Uni<Void> run(String sql) {
        return uni(() -> connection.query(sql).execute(), failure -> SqlFailedException.of(sql, failure))
                .replaceWithVoid();
    }

    /** Fails unless it is a single statement: only one can be prepared. */
    Uni<Void> single(String sql) {
        return uni(
                () -> connection.prepare(sql).compose(PreparedStatement::close),
                failure -> SqlFailedException.of(sql, failure));
    }

    /**
     * Runs a profile's SQL inside a block of the server's own language, where PostgreSQL refuses all transaction
     * control: what is begun here can neither be committed nor rolled back by it. The limit of time is the whole's.
     */
    Uni<Void> contain(String sql) {
        String block = "DO LANGUAGE plpgsql " + Quoted.literal(block(sql));
        return uni(() -> connection.query(block).execute(), failure -> SqlFailedException.inside(sql, failure))
                .replaceWithVoid();
    }

    /** As {@link #contain}; answers how many rows the last statement has changed, or returned where it is a query. */
    Uni<Long> count(String sql) {
        String block = "DECLARE n bigint; BEGIN EXECUTE " + Quoted.literal(sql) + "; GET DIAGNOSTICS n = ROW_COUNT;"
                + " PERFORM pg_catalog.set_config('aurora_restore.rows', n::text, true); END";
        return uni(
                        () -> connection
                                .query("DO LANGUAGE plpgsql " + Quoted.literal(block))
                                .execute(),
                        failure -> SqlFailedException.inside(sql, failure))
                .chain(() -> query("SELECT pg_catalog.current_setting('aurora_restore.rows')"))
                .map(rows -> Long.parseLong(rows.iterator().next().getString(0)));
    }

    /** Ends each statement that comes after so much time. */
    Uni<Void> limit(Duration time) {
        return query(
                        "SELECT pg_catalog.set_config('statement_timeout', $1, false)",
                        Tuple.of(Long.toString(Math.max(1, time.toMillis()))))
                .replaceWithVoid();
    }

    Uni<Transaction> begin() {
        return uni(connection::begin, SqlFailedException::of);
    }

    Uni<Void> commit(Transaction open) {
        return uni(open::commit, SqlFailedException::of);
    }

    Uni<Void> rollback(Transaction open) {
        return uni(open::rollback, SqlFailedException::of);
    }

    /** Never fails: what is closed already is closed. */
    Uni<Void> close() {
        return uni(connection::close, SqlFailedException::of).onFailure().recoverWithNull();
    }

    /** EXECUTE refuses a SELECT INTO, but only as the last. */
    private static String block(String sql) {
        return "BEGIN EXECUTE " + Quoted.literal(sql + "\n;SELECT 1") + "; END";
    }

    /** The failure is another one before anything of Mutiny sees it, which would log one that nobody waits for any more. */
    private static <T> Uni<T> uni(Supplier<Future<T>> work, Function<Throwable, SqlFailedException> failed) {
        return Uni.createFrom()
                .completionStage(() -> work.get()
                        .recover(failure -> Future.failedFuture(failed.apply(failure)))
                        .toCompletionStage());
    }
}
