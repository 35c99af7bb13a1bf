package io.aurorarestore.aws.postgres;

import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.Script;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Runs a profile's scripts, each once in a restore: in one transaction with the row that says so, and with nothing
 * left in the session for the next. What another restore ran on this data does not count.
 */
record Scripts(PgConnection connection, Restore restore) {

    private static final String APPLIED = "SELECT FROM aurora_restore.applied WHERE restore_id = $1 AND hash = $2";
    private static final String NOTE =
            "INSERT INTO aurora_restore.applied (restore_id, hash, name) VALUES ($1, $2, $3)";
    private static final List<String> AFRESH = List.of("RESET SESSION AUTHORIZATION", "RESET ALL", "DISCARD TEMP");

    Uni<Void> run() {
        return Sequence.of(restore.settings().database().scripts(), this::once);
    }

    private Uni<Void> once(Script script) {
        return connection
                .preparedQuery(APPLIED)
                .execute(Tuple.of(restore.id().value(), hash(script)))
                .chain(rows -> rows.size() > 0
                        ? Uni.createFrom().voidItem()
                        : Transactions.in(connection, () -> apply(script))
                                .onFailure()
                                .transform(failure -> DiscreetErrors.about(
                                        "Script " + script.name() + " failed and was rolled back",
                                        script.sql(),
                                        failure)));
    }

    private Uni<Void> apply(Script script) {
        return Statements.contain(connection, script.sql())
                .chain(() -> Statements.run(connection, AFRESH))
                .chain(() -> connection
                        .preparedQuery(NOTE)
                        .execute(Tuple.of(restore.id().value(), hash(script), script.name())))
                .replaceWithVoid();
    }

    private static String hash(Script script) {
        try {
            byte[] sql = script.sql().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sql));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
