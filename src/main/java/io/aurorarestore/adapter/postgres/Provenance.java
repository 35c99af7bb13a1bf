package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.aws.ClusterMoment;
import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.StepOutputs;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Writes and verifies where the data of a database came from, in its schema {@code aurora_restore}. A source that was
 * restored itself brings an earlier one along, which is brought up to date: its rows are of another restore.
 */
record Provenance(Session session, Restore restore) {

    /** The lock of jobs, and not a key, keeps a script from being noted twice: a name may be too long for a key. */
    private static final List<String> SCHEMA = List.of(
            "CREATE SCHEMA IF NOT EXISTS aurora_restore",
            "CREATE TABLE IF NOT EXISTS aurora_restore.provenance (restore_id text NOT NULL, target text NOT NULL,"
                    + " source_snapshot text NOT NULL, restored_at timestamptz NOT NULL DEFAULT now())",
            "ALTER TABLE aurora_restore.provenance ADD COLUMN IF NOT EXISTS configured_at timestamptz",
            "ALTER TABLE aurora_restore.provenance ADD COLUMN IF NOT EXISTS source_cluster text",
            "ALTER TABLE aurora_restore.provenance ADD COLUMN IF NOT EXISTS data_of timestamptz",
            "ALTER TABLE aurora_restore.provenance ALTER COLUMN source_snapshot DROP NOT NULL",
            "ALTER TABLE aurora_restore.provenance REPLICA IDENTITY FULL",
            "CREATE TABLE IF NOT EXISTS aurora_restore.applied (restore_id text NOT NULL, hash text NOT NULL,"
                    + " name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())",
            "ALTER TABLE aurora_restore.applied DROP CONSTRAINT IF EXISTS applied_pkey",
            "CREATE TABLE IF NOT EXISTS aurora_restore.progress (restore_id text NOT NULL, name text NOT NULL,"
                    + " begun_at timestamptz NOT NULL DEFAULT now(), rounds bigint NOT NULL DEFAULT 0,"
                    + " rows bigint NOT NULL DEFAULT 0)",
            "ALTER TABLE aurora_restore.progress REPLICA IDENTITY FULL");

    private static final String FORGET = "DELETE FROM aurora_restore.provenance WHERE restore_id <> $1";
    private static final String WRITE = "INSERT INTO aurora_restore.provenance (restore_id, target, source_snapshot,"
            + " source_cluster, data_of) SELECT $1, $2, $3, $4, $5 WHERE NOT EXISTS (SELECT FROM aurora_restore.provenance)";
    private static final String CONFIGURED = "SELECT configured_at IS NOT NULL FROM aurora_restore.provenance";
    private static final String CONFIGURE =
            "UPDATE aurora_restore.provenance SET configured_at = now() WHERE configured_at IS NULL";

    /** Call in a transaction. Answers whether this restore has configured the database before. */
    Uni<Boolean> write() {
        return new Owners(session)
                .joined(() -> session.run(SCHEMA))
                .chain(() -> session.query(FORGET, Tuple.of(restore.id().value())))
                .chain(() -> session.query(WRITE, row()))
                .chain(() -> session.query(CONFIGURED))
                .map(rows -> rows.iterator().next().getBoolean(0))
                .onFailure()
                .transform(failure -> PgErrors.about(
                        FailureCode.DATABASE_FAILED, "The schema aurora_restore cannot be written", failure));
    }

    /** The snapshot, or the cluster, and of when the data is, as far as it is known. */
    private Tuple row() {
        StepOutputs outputs = restore.outputs();
        return Tuple.of(
                restore.id().value(),
                restore.target(),
                outputs.snapshot().map(Snapshot::arn).orElse(null),
                outputs.source()
                        .flatMap(RestoreSource::moment)
                        .map(ClusterMoment::arn)
                        .orElse(null),
                outputs.dataTime().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null));
    }

    /** The database is configured: a job that comes again locks nobody out. */
    Uni<Void> configured() {
        return session.query(CONFIGURE)
                .onFailure()
                .transform(failure -> PgErrors.about(
                        FailureCode.DATABASE_FAILED, "The table aurora_restore.provenance cannot be written", failure))
                .replaceWithVoid();
    }

    /**
     * Fails by the given kind unless the data came by this restore.
     *
     * @param whose as in: The endpoint answers as
     */
    Uni<Void> verify(CallFailedException.Kind kind, FailureCode code, String whose) {
        return session.query("SELECT restore_id FROM aurora_restore.provenance")
                .map(Provenance::owner)
                .onFailure(Provenance::isMissing)
                .recoverWithItem("no restore: it has no table aurora_restore.provenance")
                .onFailure()
                .transform(
                        failure -> PgErrors.about(code, "The table aurora_restore.provenance cannot be read", failure))
                .invoke(owner -> {
                    if (!owner.equals("restore " + restore.id())) {
                        throw new CallFailedException(kind, code, whose + " " + owner + ".");
                    }
                })
                .replaceWithVoid();
    }

    /** Others can write there too: what is no id is not told. */
    private static String owner(RowSet<Row> rows) {
        if (!rows.iterator().hasNext()) {
            return "no restore: its table aurora_restore.provenance is empty";
        }
        String id = rows.iterator().next().getString(0);
        return RestoreId.isValid(id) ? "restore " + id : "an unknown restore";
    }

    private static boolean isMissing(Throwable failure) {
        return failure instanceof SqlFailedException error && error.undefinedTable();
    }
}
