package io.aurorarestore.adapter.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Tuple;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the names of the objects that an error of PostgreSQL is about. A statement can raise an error that names what
 * it likes, data too, and make an object of any name: only those are told that the database has, after what failed was
 * rolled back.
 */
record NamedObjects(
        @Nullable String schema,
        @Nullable String table,
        @Nullable String column,
        @Nullable String constraint,
        @Nullable String dataType) {

    static final NamedObjects NONE = new NamedObjects(null, null, null, null, null);

    private static final String KNOWN = "SELECT concat_ws(', ',"
            + " (SELECT 'schema ' || nspname FROM pg_catalog.pg_namespace WHERE nspname = $1::text),"
            + " (SELECT 'table ' || relname FROM pg_catalog.pg_class WHERE relname = $2::text LIMIT 1),"
            + " (SELECT 'column ' || attname FROM pg_catalog.pg_attribute WHERE attname = $3::text LIMIT 1),"
            + " (SELECT 'constraint ' || conname FROM (SELECT conname FROM pg_catalog.pg_constraint"
            + " UNION ALL SELECT relname FROM pg_catalog.pg_class WHERE relkind = 'i') AS c"
            + " WHERE conname = $4::text LIMIT 1),"
            + " (SELECT 'data type ' || typname FROM pg_catalog.pg_type WHERE typname = $5::text LIMIT 1))";

    static NamedObjects of(PgException error) {
        return new NamedObjects(
                error.getSchema(), error.getTable(), error.getColumn(), error.getConstraint(), error.getDataType());
    }

    /** As in: schema public, table people; empty where there is nothing to tell. */
    Uni<String> description(Session session) {
        if (Stream.of(schema, table, column, constraint, dataType).allMatch(Objects::isNull)) {
            return Uni.createFrom().item("");
        }
        return session.query(KNOWN, Tuple.of(schema, table, column, constraint, dataType))
                .map(rows -> rows.iterator().next().getString(0))
                .onFailure()
                .recoverWithItem("");
    }
}
