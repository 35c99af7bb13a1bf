package io.aurorarestore.aws.postgres;

import io.aurorarestore.restore.Restore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.function.Supplier;

/** What keeps the work of a job whole, and apart from that of another job. */
final class Transactions {

    private Transactions() {}

    static Uni<Void> in(PgConnection connection, Supplier<Uni<? extends Void>> work) {
        return connection
                .begin()
                .chain(open -> Uni.createFrom()
                        .deferred(work)
                        .call(open::commit)
                        .onFailure()
                        .call(failure -> open.rollback().onFailure().recoverWithNull()));
    }

    /** Jobs of one restore wait for each other; the lock goes with the connection. */
    static Uni<Void> lock(PgConnection connection, Restore restore) {
        return connection
                .preparedQuery("SELECT pg_advisory_lock(hashtextextended($1, 0))")
                .execute(Tuple.of("aurora-restore/" + restore.id()))
                .replaceWithVoid();
    }
}
