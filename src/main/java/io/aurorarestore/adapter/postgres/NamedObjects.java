package io.aurorarestore.adapter.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
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
        @Nullable String dataType,
        List<String> functions) {

    static final NamedObjects NONE = new NamedObjects(null, null, null, null, null, List.of());

    /** In an error's context, which may quote data: it is only looked for among the functions of event triggers. */
    private static final Pattern FUNCTION = Pattern.compile("function (?:\\S+\\.)?(?:\"([^\"]+)\"|([^\\s(.\"]+))\\(");

    private static final String KNOWN = "SELECT concat_ws(', ',"
            + " (SELECT 'schema ' || nspname FROM pg_catalog.pg_namespace WHERE nspname = $1::text),"
            + " (SELECT 'table ' || relname FROM pg_catalog.pg_class WHERE relname = $2::text LIMIT 1),"
            + " (SELECT 'column ' || attname FROM pg_catalog.pg_attribute WHERE attname = $3::text LIMIT 1),"
            + " (SELECT 'constraint ' || conname FROM (SELECT conname FROM pg_catalog.pg_constraint"
            + " UNION ALL SELECT relname FROM pg_catalog.pg_class WHERE relkind = 'i') AS c"
            + " WHERE conname = $4::text LIMIT 1),"
            + " (SELECT 'data type ' || typname FROM pg_catalog.pg_type WHERE typname = $5::text LIMIT 1),"
            + " (SELECT 'event trigger ' || string_agg(evtname, ', ' ORDER BY evtname)"
            + " FROM pg_catalog.pg_event_trigger AS e JOIN pg_catalog.pg_proc AS p ON p.oid = e.evtfoid"
            + " WHERE evtenabled <> 'D' AND proname = ANY($6::text[])))";

    static NamedObjects of(PgException error) {
        return new NamedObjects(
                error.getSchema(),
                error.getTable(),
                error.getColumn(),
                error.getConstraint(),
                error.getDataType(),
                functions(error));
    }

    private static List<String> functions(PgException error) {
        return error.getWhere() == null
                ? List.of()
                : FUNCTION.matcher(error.getWhere())
                        .results()
                        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                        .distinct()
                        .toList();
    }

    /** As in: schema public, table people; empty where there is nothing to tell. */
    Uni<String> description(Session session) {
        if (functions.isEmpty()
                && Stream.of(schema, table, column, constraint, dataType).allMatch(Objects::isNull)) {
            return Uni.createFrom().item("");
        }
        return session.query(KNOWN, values())
                .map(rows -> rows.iterator().next().getString(0))
                .onFailure()
                .recoverWithItem("");
    }

    private Tuple values() {
        return Tuple.of(schema, table, column, constraint, dataType).addValue(functions.toArray(String[]::new));
    }
}
