package io.aurorarestore.adapter.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/**
 * A schema of the application, and what in it the master can grant.
 *
 * @param tables with views, quoted and with the schema, as the sequences and routines
 * @param routines that not everybody may run
 * @param owners by whom more may come, and whose rights the master has
 */
record Schema(String name, List<String> tables, List<String> sequences, List<String> routines, List<String> owners) {

    /** Of {@code pg_namespace AS n}: neither PostgreSQL's nor this service's. */
    static final String OURS = "n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'aurora_restore')";

    /** Of {@code relkind}: tables of all sorts, and views. */
    static final String TABLES = "IN ('r', 'p', 'f', 'v', 'm')";

    /** A CASE is evaluated in its order, and a function that takes sequences only fails for a table. */
    private static final String USABLE = """
            SELECT n.nspname::text,
                ARRAY(SELECT format('%%I.%%I', n.nspname, c.relname) FROM pg_class AS c WHERE c.relnamespace = n.oid
                    AND c.relkind %s AND has_table_privilege(c.oid, 'SELECT WITH GRANT OPTION') ORDER BY 1),
                ARRAY(SELECT format('%%I.%%I', n.nspname, c.relname) FROM pg_class AS c WHERE c.relnamespace = n.oid
                    AND CASE WHEN c.relkind = 'S' THEN has_sequence_privilege(c.oid, 'SELECT WITH GRANT OPTION')
                        ELSE false END ORDER BY 1),
                ARRAY(SELECT format('%%I.%%I(%%s)', n.nspname, p.proname, oidvectortypes(p.proargtypes))
                    FROM pg_proc AS p WHERE p.pronamespace = n.oid
                    AND NOT has_function_privilege('public', p.oid, 'EXECUTE')
                    AND has_function_privilege(p.oid, 'EXECUTE WITH GRANT OPTION') ORDER BY 1),
                ARRAY(SELECT r.rolname::text FROM pg_roles AS r WHERE r.rolname = current_user
                    OR r.rolname !~ '^pg_' AND pg_has_role(r.oid, 'USAGE') AND (r.oid = n.nspowner
                        OR r.oid IN (SELECT relowner FROM pg_class WHERE relnamespace = n.oid)
                        OR r.oid IN (SELECT proowner FROM pg_proc WHERE pronamespace = n.oid)) ORDER BY 1)
            FROM pg_namespace AS n WHERE %s AND has_schema_privilege(n.oid, 'USAGE') ORDER BY 1""".formatted(TABLES, OURS);

    static Uni<List<Schema>> usable(Session session) {
        return session.rows(USABLE, Tuple.tuple(), Schema::of);
    }

    private static Schema of(Row row) {
        return new Schema(
                row.getString(0),
                List.of(row.getArrayOfStrings(1)),
                List.of(row.getArrayOfStrings(2)),
                List.of(row.getArrayOfStrings(3)),
                List.of(row.getArrayOfStrings(4)));
    }
}
