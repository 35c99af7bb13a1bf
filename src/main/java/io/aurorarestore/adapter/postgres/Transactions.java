package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.restore.Restore;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Tuple;
import java.util.function.Supplier;

/** Runs work in a transaction, and takes the lock that keeps the jobs of one restore apart. */
final class Transactions {

    private Transactions() {}

    static <T> Uni<T> in(Session session, Supplier<Uni<? extends T>> work) {
        return session.begin()
                .chain(open -> Uni.createFrom()
                        .<T>deferred(work)
                        .call(() -> session.commit(open))
                        .onFailure()
                        .call(() -> session.rollback(open).onFailure().recoverWithNull()));
    }

    /** Nothing of it stays. */
    static Uni<Void> undone(Session session, Supplier<Uni<Void>> work) {
        return session.begin()
                .chain(open -> Uni.createFrom()
                        .deferred(work::get)
                        .eventually(() -> session.rollback(open).onFailure().recoverWithNull()));
    }

    /** Jobs of one restore wait for each other; the lock goes with the connection. */
    static Uni<Void> lock(Session session, Restore restore) {
        return session.query(
                        "SELECT pg_advisory_lock(hashtextextended($1, 0))", Tuple.of("aurora-restore/" + restore.id()))
                .replaceWithVoid();
    }
}
