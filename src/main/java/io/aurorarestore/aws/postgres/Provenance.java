package io.aurorarestore.aws.postgres;

import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.Snapshot;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/** What the database itself says of where its data came from, in the schema {@code aurora_restore}. */
final class Provenance {

    private static final List<String> SCHEMA = List.of(
            "CREATE SCHEMA IF NOT EXISTS aurora_restore",
            "CREATE TABLE IF NOT EXISTS aurora_restore.provenance (restore_id text NOT NULL, target text NOT NULL,"
                    + " source_snapshot text NOT NULL, restored_at timestamptz NOT NULL DEFAULT now())",
            "CREATE TABLE IF NOT EXISTS aurora_restore.applied (restore_id text NOT NULL, hash text NOT NULL,"
                    + " name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now(),"
                    + " PRIMARY KEY (restore_id, hash))");

    private Provenance() {}

    static Uni<Void> write(PgConnection connection, Restore restore) {
        String source = restore.findings().source().map(Snapshot::arn).orElse("");
        return Statements.run(connection, SCHEMA)
                .chain(() -> connection
                        .preparedQuery("DELETE FROM aurora_restore.provenance WHERE restore_id <> $1")
                        .execute(Tuple.of(restore.id().value())))
                .chain(() -> connection
                        .preparedQuery("INSERT INTO aurora_restore.provenance (restore_id, target, source_snapshot)"
                                + " SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT FROM aurora_restore.provenance)")
                        .execute(Tuple.of(restore.id().value(), restore.target(), source)))
                .replaceWithVoid();
    }

    /** The id of the restore that this data came by; fails where there is no such schema. */
    static Uni<String> read(PgConnection connection) {
        return connection
                .query("SELECT restore_id FROM aurora_restore.provenance")
                .execute()
                .map(rows -> rows.iterator().hasNext() ? rows.iterator().next().getString(0) : "nobody");
    }
}
