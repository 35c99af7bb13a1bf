package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.FailureCode;
import io.smallrye.mutiny.Uni;

/**
 * A statement of ours that changes a role.
 *
 * @param attempt what is told where it fails, as in: Role app cannot be created
 * @param needs what is told where the master may not, empty or beginning with a space
 */
record RoleStatement(String attempt, String sql, String needs) {

    private static final String OF_ANOTHER = ". The master user needs CREATEROLE, and from PostgreSQL 16 on the ADMIN"
            + " OPTION on the role: who made it may grant it";

    RoleStatement(String attempt, String sql) {
        this(attempt, sql, "");
    }

    /** Of a role that somebody else may have made. */
    static RoleStatement ofAnother(String attempt, String sql) {
        return new RoleStatement(attempt, sql, OF_ANOTHER);
    }

    Uni<Void> run(Session session) {
        return session.run(sql)
                .onFailure()
                .transform(failure -> PgErrors.about(FailureCode.DATABASE_FAILED, attempt, needs, failure));
    }
}
