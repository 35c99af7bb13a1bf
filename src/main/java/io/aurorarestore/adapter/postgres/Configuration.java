package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.DatabaseSettings;
import io.aurorarestore.model.settings.Script;
import io.aurorarestore.model.text.NameList;
import io.aurorarestore.port.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Configures one database as the settings say, step by step; each may be repeated. Nobody logs in before the scripts
 * have run, which may have data to hide.
 */
record Configuration(Session session, Restore restore, List<RoleDefinition> logins) {

    private static final String END_SESSIONS =
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename::text = ANY($1)";

    /** @param reads what a role does that is ready: it logs in, and reads */
    Uni<Database.Report> run(Function<RoleDefinition, Uni<Void>> reads) {
        return Transactions.lock(session, restore)
                .chain(() -> Transactions.in(session, this::begin))
                .chain(this::endSessions)
                .chain(() -> Transactions.in(
                        session,
                        () -> new Owners(session).joined(() -> departures().remove(session))))
                .chain(() -> new Scripts(session, restore).run())
                .chain(() -> Transactions.in(session, this::open))
                .call(() -> Sequential.of(logins, reads))
                .map(warnings -> new Database.Report(done(warnings), warnings));
    }

    /**
     * Committed before sessions end, so that none comes back. Answers whose: where the database is configured already,
     * the application's roles may be in use.
     */
    private Uni<List<String>> begin() {
        return provenance()
                .write()
                .chain(configured -> departures()
                        .shut(session, roles().names())
                        .call(() -> roles().prepare(!configured))
                        .map(departing -> configured ? departing : and(departing, roles().names())));
    }

    private Uni<Void> endSessions(List<String> roles) {
        return session.query(END_SESSIONS, Tuple.tuple().addValue(roles.toArray(String[]::new)))
                .onFailure()
                .transform(failure -> PgErrors.about(
                        FailureCode.DATABASE_FAILED,
                        "The sessions of " + NameList.of(roles) + " cannot be ended",
                        failure))
                .replaceWithVoid();
    }

    private Uni<List<String>> open() {
        return roles().open().call(() -> provenance().configured());
    }

    private static List<String> and(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private Provenance provenance() {
        return new Provenance(session, restore);
    }

    private ApplicationRoles roles() {
        return new ApplicationRoles(session, settings().database(), logins);
    }

    private RoleRemoval departures() {
        return RoleRemoval.of(settings());
    }

    private DatabaseSettings settings() {
        return restore.settings().database();
    }

    private String done(List<String> warnings) {
        List<String> description = new ArrayList<>();
        String ready = logins.size() + " role(s) ready";
        tell(
                description,
                ready,
                logins.stream().map(RoleDefinition::description).toList());
        tell(description, "dropped", settings().dropRoles());
        tell(description, "locked", settings().lockRoles());
        settings().keepRoles().ifPresent(kept -> description.add(keeping(kept)));
        tell(
                description,
                "applied",
                settings().scripts().stream().map(Script::name).toList());
        String done = description.isEmpty() ? "0 role(s) ready" : String.join("; ", description);
        return warnings.isEmpty() ? done : done + ". " + String.join(" ", warnings);
    }

    private static String keeping(List<String> kept) {
        return "locked all other roles" + (kept.isEmpty() ? "" : " but " + NameList.of(kept));
    }

    private static void tell(List<String> description, String what, List<String> names) {
        if (!names.isEmpty()) {
            description.add(what + ": " + NameList.of(names));
        }
    }
}
