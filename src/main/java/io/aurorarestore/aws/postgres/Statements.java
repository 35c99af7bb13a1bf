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

    /**
     * Runs a profile's SQL inside a block of the server's own language, where PostgreSQL refuses all transaction
     * control: what is begun here can neither be committed nor rolled back by it. The limit of time is the whole's.
     */
    static Uni<Void> contain(PgConnection connection, String sql) {
        return run(connection, List.of("DO LANGUAGE plpgsql " + Quoted.literal(block(sql))));
    }

    /** Fails unless it is a single statement: only one can be prepared. */
    static Uni<Void> single(PgConnection connection, String sql) {
        return connection.prepare(sql).chain(prepared -> prepared.close());
    }

    /** EXECUTE refuses a SELECT INTO, but only as the last. */
    private static String block(String sql) {
        return "BEGIN EXECUTE " + Quoted.literal(sql + "\n;SELECT 1") + "; END";
    }
}
