package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.text.NameList;
import io.smallrye.mutiny.Uni;

/**
 * Reads once as an application's role. What it may do is one thing in the catalogs and another in the role's own session,
 * with its own settings.
 */
record FirstRead(Session session, RoleDefinition login) {

    /** A table whose policies cannot refuse a session that lacks the application's settings; else nothing of a table. */
    private static final String SOMETHING = """
            SELECT coalesce(min(format('SELECT FROM %%I.%%I LIMIT 1', n.nspname, c.relname)), 'SELECT 1')
            FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND NOT c.relrowsecurity AND %s
            AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')""".formatted(Schema.OURS);

    Uni<Void> run() {
        return session.query(SOMETHING)
                .chain(rows -> session.run(rows.iterator().next().getString(0)))
                .onFailure()
                .transform(failure -> PgErrors.about(
                        FailureCode.DATABASE_FAILED, "Role " + NameList.of(login.role()) + " cannot read", failure));
    }
}
