package io.aurorarestore.adapter.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes the master a member of the roles that own what the application uses, and the databases. Only with an owner's rights can something of
 * its be granted: the master joins each owner that lets it, and leaves it when the work is done. From PostgreSQL 16 on it
 * needs the ADMIN OPTION on the owner, before 16 CREATEROLE.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-grant.html#SQL-GRANT-DESCRIPTION-ROLES">GRANT on roles</a>
 */
record Owners(Session session) {

    /** With what becomes of a membership in the end: one of the master's own keeps all but the rights for now. */
    private static final String STRANGERS = """
            SELECT r.rolname::text, pg_has_role(r.oid, 'USAGE'), EXISTS (SELECT FROM pg_auth_members AS m
                JOIN pg_roles AS g ON g.oid = m.grantor
                WHERE m.roleid = r.oid AND m.member = (SELECT oid FROM pg_roles WHERE rolname = current_user)
                AND g.rolname = current_user), current_setting('server_version_num')::integer >= 160000
            FROM pg_roles AS r WHERE\s""";

    private static final String OUTSIDE = STRANGERS + """
            NOT r.rolsuper AND r.rolname !~ '^(pg_|rds)' AND NOT pg_has_role(r.oid, 'USAGE') AND r.oid IN (
                SELECT nspowner FROM pg_namespace AS n WHERE %1$s
                UNION SELECT relowner FROM pg_class JOIN pg_namespace AS n ON n.oid = relnamespace WHERE %1$s
                UNION SELECT proowner FROM pg_proc JOIN pg_namespace AS n ON n.oid = pronamespace WHERE %1$s
                UNION SELECT datdba FROM pg_database)
            ORDER BY 1""".formatted(Schema.OURS);

    private static final String JOINED = STRANGERS + "r.rolname::text = ANY($1)";

    /** Call in a transaction: a failure takes back all. */
    Uni<Void> joined(Supplier<Uni<Void>> work) {
        return joining().chain(strangers -> work.get().chain(() -> leave(strangers)));
    }

    /** Call in a transaction that is rolled back: nobody is left. */
    Uni<Void> join() {
        return joining().replaceWithVoid();
    }

    private Uni<List<Owner>> joining() {
        return strangers(OUTSIDE, Tuple.tuple()).call(strangers -> Sequential.of(strangers, this::join));
    }

    /** Gives the master the right to connect to a database, in the name of its owner. */
    Uni<Void> letIn(String database) {
        return Transactions.in(
                session,
                () -> joined(() ->
                        session.run("GRANT CONNECT ON DATABASE " + Quoted.identifier(database) + " TO CURRENT_USER")));
    }

    private Uni<Void> join(Owner owner) {
        return session.run("DO LANGUAGE plpgsql "
                + Quoted.literal("BEGIN EXECUTE " + Quoted.literal(owner.join())
                        + "; EXCEPTION WHEN insufficient_privilege OR invalid_grant_operation THEN NULL; END"));
    }

    private Uni<Void> leave(List<Owner> strangers) {
        String[] names = strangers.stream().map(Owner::name).toArray(String[]::new);
        return strangers(JOINED, Tuple.tuple().addValue(names)).chain(all -> {
            List<String> joined =
                    all.stream().filter(Owner::joined).map(Owner::name).toList();
            return session.run(strangers.stream()
                    .filter(owner -> joined.contains(owner.name()))
                    .map(Owner::leave)
                    .toList());
        });
    }

    private Uni<List<Owner>> strangers(String sql, Tuple values) {
        return session.rows(sql, values, Owner::of);
    }

    private record Owner(String name, boolean joined, boolean member, boolean hasOptions) {

        static Owner of(Row row) {
            return new Owner(row.getString(0), row.getBoolean(1), row.getBoolean(2), row.getBoolean(3));
        }

        String join() {
            return "GRANT " + Quoted.identifier(name) + " TO CURRENT_USER" + (hasOptions ? " WITH INHERIT TRUE" : "");
        }

        String leave() {
            return "REVOKE " + (member && hasOptions ? "INHERIT OPTION FOR " : "") + Quoted.identifier(name)
                    + " FROM CURRENT_USER";
        }
    }
}
