package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.model.text.NameList;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/**
 * Takes a role of the source out of the roles that contradict its grant: one that is to read only out of those that may
 * write, one that is no more than a user of tables out of {@code rds_superuser}, and each out of those with which RDS
 * refuses a password.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.DBAccounts.html">The
 *     role rds_iam</a>
 */
record OldMemberships(Session session, RoleDefinition login) {

    private static final String CONTRADICTING = """
            SELECT g.rolname::text, a.rolname::text, pg_has_role(a.oid, 'USAGE')
                    AND current_setting('server_version_num')::integer >= 160000
            FROM pg_auth_members AS m JOIN pg_roles AS g ON g.oid = m.roleid JOIN pg_roles AS r ON r.oid = m.member
                JOIN pg_roles AS a ON a.oid = m.grantor
            WHERE r.rolname = $1::name AND (g.rolname IN ('rds_iam', 'rds_ad') OR $2 AND g.rolname = 'rds_superuser'
                OR $3 AND EXISTS (SELECT FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace,
                    pg_roles AS w WHERE %s AND c.relkind IN ('r', 'p', 'f') AND pg_has_role(g.oid, w.oid, 'MEMBER')
                    AND has_table_privilege(w.oid, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
                    AND NOT has_table_privilege('public', c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')))
            ORDER BY 1, 2""".formatted(Schema.OURS);

    Uni<Void> end() {
        return contradicting()
                .chain(all -> Sequential.of(all, one -> one.end(login).run(session)))
                .chain(this::contradicting)
                .invoke(left -> {
                    if (!left.isEmpty()) {
                        throw stays(left.get(0));
                    }
                })
                .replaceWithVoid();
    }

    private Uni<List<Membership>> contradicting() {
        Grant.Level level = login.grant().level();
        return session.rows(
                CONTRADICTING,
                Tuple.of(login.role(), level != Grant.Level.CUSTOM, level == Grant.Level.READ_ONLY),
                row -> new Membership(row.getString(0), row.getString(1), row.getBoolean(2)));
    }

    private CallFailedException stays(Membership left) {
        return new CallFailedException(
                CallFailedException.Kind.FATAL,
                FailureCode.DATABASE_FAILED,
                left.stays(login) + ": " + NameList.of(left.grantor())
                        + " has granted it, and the master user lacks the rights of that role.");
    }

    private record Membership(String group, String grantor, boolean asGrantor) {

        RoleStatement end(RoleDefinition login) {
            return new RoleStatement(
                    stays(login),
                    "REVOKE " + Quoted.identifier(group) + " FROM " + Quoted.identifier(login.role())
                            + (asGrantor ? " GRANTED BY " + Quoted.identifier(grantor) : ""),
                    ". The master user needs the ADMIN OPTION on " + NameList.of(group));
        }

        String stays(RoleDefinition login) {
            return "Role " + NameList.of(login.role()) + " is a member of " + NameList.of(group)
                    + ", which contradicts its grant, and the membership cannot be taken";
        }
    }
}
