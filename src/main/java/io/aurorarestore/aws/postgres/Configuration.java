package io.aurorarestore.aws.postgres;

import io.aurorarestore.restore.DatabaseSettings;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.Script;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import java.util.ArrayList;
import java.util.List;

/** Makes one database as the settings say, step by step; each may be repeated. */
record Configuration(PgConnection connection, Restore restore, Users users, List<Users.Login> logins) {

    Uni<String> run() {
        return Transactions.lock(connection, restore)
                .chain(() -> Transactions.in(connection, this::begin))
                .chain(() -> departures().endSessions(connection))
                .chain(() -> Transactions.in(connection, this::roles))
                .chain(() -> new Scripts(connection, restore).run())
                .replaceWith(this::done);
    }

    /** Committed before sessions end, so that none comes back. */
    private Uni<Void> begin() {
        return Provenance.write(connection, restore).chain(() -> departures().shut(connection));
    }

    private Uni<Void> roles() {
        return departures()
                .remove(connection)
                .chain(() -> users.apply(connection, settings().database(), logins));
    }

    private Departures departures() {
        return Departures.of(settings());
    }

    private DatabaseSettings settings() {
        return restore.settings().database();
    }

    private String done() {
        List<String> words = new ArrayList<>();
        String ready = logins.size() + " role(s) ready";
        tell(words, ready, logins.stream().map(Users.Login::words).toList());
        tell(words, "dropped", settings().dropRoles());
        tell(words, "locked", settings().lockRoles());
        tell(words, "applied", settings().scripts().stream().map(Script::name).toList());
        return words.isEmpty() ? "0 role(s) ready" : String.join("; ", words);
    }

    private static void tell(List<String> words, String what, List<String> names) {
        if (!names.isEmpty()) {
            words.add(what + ": " + String.join(", ", names));
        }
    }
}
