package io.aurorarestore.aws.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import java.util.List;

/** Runs statements one after the other. */
final class Statements {

    private Statements() {}

    static Uni<Void> run(PgConnection connection, List<String> statements) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (String statement : statements) {
            all = all.chain(() -> connection.query(statement).execute().replaceWithVoid());
        }
        return all;
    }
}
