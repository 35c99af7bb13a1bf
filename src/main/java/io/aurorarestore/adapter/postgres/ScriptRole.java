package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.text.NameList;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.function.Supplier;

/**
 * Runs a script as another role. The master becomes a member of it, where it is none that may, until the script ends.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-set-role.html">SET ROLE</a>
 */
record ScriptRole(Session session, String role) {

    private static final String MEMBERSHIP = """
            SELECT v.new, CASE WHEN v.new THEN pg_has_role(r.oid, 'SET') ELSE pg_has_role(r.oid, 'MEMBER') END,
                EXISTS (SELECT FROM pg_auth_members AS m JOIN pg_roles AS g ON g.oid = m.grantor
                    JOIN pg_roles AS u ON u.oid = m.member
                    WHERE m.roleid = r.oid AND g.rolname = current_user AND u.rolname = current_user)
            FROM (SELECT current_setting('server_version_num')::integer >= 160000 AS new) AS v, pg_roles AS r
            WHERE r.rolname = $1""";

    /** Call in a transaction: a failure takes back all. */
    <T> Uni<T> run(Supplier<Uni<T>> work) {
        String quoted = Quoted.identifier(role);
        return session.query(MEMBERSHIP, Tuple.of(role))
                .map(rows -> rows.iterator().hasNext()
                        ? Membership.of(rows.iterator().next())
                        : Membership.KNOWN)
                .chain(membership -> (membership.enough()
                                ? Uni.createFrom().voidItem()
                                : sql("GRANT " + quoted + " TO CURRENT_USER"
                                        + (membership.hasOptions() ? " WITH INHERIT FALSE, SET TRUE" : "")))
                        .chain(() -> sql("SET LOCAL ROLE " + quoted))
                        .chain(work::get)
                        .call(() -> membership.enough()
                                ? Uni.createFrom().voidItem()
                                : sql("REVOKE "
                                        + (membership.hasOptions() && membership.own() ? "SET OPTION FOR " : "")
                                        + quoted + " FROM CURRENT_USER")));
    }

    private Uni<Void> sql(String sql) {
        return new RoleStatement(
                        "No script can run as " + NameList.of(role),
                        sql,
                        ". The master user needs CREATEROLE, and from PostgreSQL 16 on the ADMIN OPTION on the role")
                .run(session);
    }

    private record Membership(boolean hasOptions, boolean enough, boolean own) {

        /** A role that is not there is told by SET ROLE. */
        static final Membership KNOWN = new Membership(false, true, false);

        static Membership of(Row row) {
            return new Membership(row.getBoolean(0), row.getBoolean(1), row.getBoolean(2));
        }
    }
}
