package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.model.text.NameList;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks what differs from a role's grant when all that the master can grant is granted: the database itself is asked, whatever
 * the cause. What belongs to an extension is its own matter.
 */
record MissingRights(Session session, List<RoleDefinition> logins) {

    /** Of three names of PostgreSQL's, which have 63 characters at most. */
    private static final int LONGEST = 3 * 64 + 16;

    private static final String TABLE_RIGHTS = "has_table_privilege($1::name, c.oid, 'SELECT') AND ($2 OR"
            + " has_table_privilege($1::name, c.oid, 'INSERT') AND has_table_privilege($1::name, c.oid, 'UPDATE')"
            + " AND has_table_privilege($1::name, c.oid, 'DELETE'))";
    private static final String SEQUENCE_RIGHTS = "has_sequence_privilege($1::name, c.oid, 'SELECT')"
            + " AND ($2 OR has_sequence_privilege($1::name, c.oid, 'USAGE'))";

    /** In a schema that the role cannot use nothing else is told. */
    private static final String DIFFERENT = """
            WITH ours AS MATERIALIZED (SELECT n.oid, n.nspname, n.nspowner,
                    has_schema_privilege($1::name, n.oid, 'USAGE') AS usable
                FROM pg_namespace AS n WHERE %1$s AND NOT EXISTS (SELECT FROM pg_depend AS d
                    WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e')),
            own AS MATERIALIZED (SELECT c.oid, c.relkind, c.relowner, ours.nspname || '.' || c.relname AS name
                FROM pg_class AS c JOIN ours ON ours.oid = c.relnamespace
                WHERE ours.usable AND (c.relkind %2$s OR c.relkind = 'S') AND NOT EXISTS (SELECT FROM pg_depend AS d
                    WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'))
            SELECT 'schema ' || nspname, pg_get_userbyid(nspowner)::text, false FROM ours WHERE NOT usable
            UNION ALL SELECT CASE c.relkind WHEN 'S' THEN 'sequence ' WHEN 'v' THEN 'view ' WHEN 'm' THEN 'view '
                    ELSE 'table ' END || c.name, pg_get_userbyid(c.relowner)::text, false FROM own AS c
                WHERE NOT CASE WHEN c.relkind = 'S' THEN %3$s ELSE %4$s END
            UNION ALL SELECT 'function ' || ours.nspname || '.' || p.proname, pg_get_userbyid(p.proowner)::text, false
                FROM pg_proc AS p JOIN ours ON ours.oid = p.pronamespace
                WHERE ours.usable AND NOT $2 AND NOT has_function_privilege($1::name, p.oid, 'EXECUTE')
                    AND NOT EXISTS (SELECT FROM pg_depend AS d
                        WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
            UNION ALL SELECT 'table ' || c.name, pg_get_userbyid(c.relowner)::text, true FROM own AS c
                WHERE $2 AND c.relkind IN ('r', 'p', 'f')
                    AND has_table_privilege($1::name, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
            ORDER BY 1""".formatted(Schema.OURS, Schema.TABLES, SEQUENCE_RIGHTS, TABLE_RIGHTS);

    /** One sentence a role and difference; nothing of custom grants, which say themselves what they give. */
    Uni<List<String>> warnings() {
        List<String> warnings = new ArrayList<>();
        List<RoleDefinition> known = logins.stream()
                .filter(login -> login.grant().level() != Grant.Level.CUSTOM)
                .toList();
        return Sequential.of(
                        known,
                        login -> differences(login)
                                .invoke(all -> warnings.addAll(told(login.role(), all)))
                                .replaceWithVoid())
                .replaceWith(warnings);
    }

    private Uni<List<Difference>> differences(RoleDefinition login) {
        boolean readOnly = login.grant().level() == Grant.Level.READ_ONLY;
        return session.rows(DIFFERENT, Tuple.of(login.role(), readOnly), Difference::of);
    }

    private static List<String> told(String role, List<Difference> all) {
        String name = NameList.of(role);
        return Stream.of(
                        sentence(
                                "Role " + name + " lacks rights that the master user cannot grant: ",
                                all.stream().filter(one -> !one.tooMuch()).toList()),
                        sentence(
                                "Role " + name + " is to read only, and may write by rights that the master user"
                                        + " cannot take: ",
                                all.stream().filter(Difference::tooMuch).toList()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> sentence(String begin, List<Difference> some) {
        return some.isEmpty()
                ? List.of()
                : List.of(begin
                        + NameList.of(some.stream().map(Difference::description).toList(), LONGEST) + ".");
    }

    private record Difference(String what, String owner, boolean tooMuch) {

        static Difference of(Row row) {
            return new Difference(row.getString(0), row.getString(1), row.getBoolean(2));
        }

        String description() {
            return what + " of " + owner;
        }
    }
}
