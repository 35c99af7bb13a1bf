package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.text.NameList;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/**
 * Finds what a role that is to go still has when DROP OWNED is through: it passes over rights that somebody gave whose
 * rights the master has not, and PostgreSQL then says only that something depends on the role.
 */
record LeftRights(Session session, String role) {

    /** Here, and in no database. */
    private static final String LEFT = "SELECT DISTINCT concat_ws(' ', one.type, one.identity) FROM pg_shdepend,"
            + " pg_identify_object(classid, objid, objsubid) AS one WHERE refclassid = 'pg_authid'::regclass"
            + " AND refobjid = (SELECT oid FROM pg_roles WHERE rolname = $1) AND dbid IN (0,"
            + " (SELECT oid FROM pg_database WHERE datname = current_database())) ORDER BY 1";

    /** As PostgreSQL identifies an object: a function with the types of its arguments. */
    private static final int LONGEST = 200;

    /** Fails where there is something. */
    Uni<Void> refuse() {
        return session.rows(LEFT, Tuple.of(role), row -> row.getString(0))
                .invoke(left -> {
                    if (!left.isEmpty()) {
                        throw refused(left);
                    }
                })
                .replaceWithVoid();
    }

    private CallFailedException refused(List<String> left) {
        return new CallFailedException(
                CallFailedException.Kind.FATAL,
                FailureCode.DATABASE_FAILED,
                "Role " + NameList.of(role) + " cannot go: it has rights that the master user cannot take, on "
                        + NameList.of(left, LONGEST)
                        + ". Whoever gave them has to take them, in the source; lockRoles shuts it out as it is.");
    }
}
