package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.FailureCode;
import io.smallrye.mutiny.Uni;

/**
 * A statement of ours that changes a role.
 *
 * @param attempt what is told where it fails, as in: Role app cannot be created
 */
record RoleStatement(String attempt, String sql) {

    Uni<Void> run(Session session) {
        return session.run(sql)
                .onFailure()
                .transform(failure -> PgErrors.about(FailureCode.DATABASE_FAILED, attempt, failure));
    }
}
