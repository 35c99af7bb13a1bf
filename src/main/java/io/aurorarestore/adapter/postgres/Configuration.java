package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.ScriptProgress;
import io.aurorarestore.model.text.NameList;
import io.aurorarestore.port.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Configures the databases of a cluster as the settings say, step by step; each may be repeated. Nobody logs in before
 * all scripts have run, which may have data to hide.
 */
record Configuration(OpenDatabases databases, Database.ProgressListener listener) {

    private static final String END_SESSIONS =
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename::text = ANY($1)";

    Uni<Database.Report> run() {
        return first().inTransaction(this::begin)
                .chain(this::endSessions)
                .chain(this::remove)
                .chain(this::runScripts)
                .chain(stopped -> stopped.map(at -> Uni.createFrom().item(Database.Report.stopped(at)))
                        .orElseGet(this::end));
    }

    private Uni<Database.Report> end() {
        List<List<String>> applied = new ArrayList<>();
        return databases
                .each(one -> one.inTransaction(() -> one.roles().endMemberships()))
                .chain(() -> databases.each(
                        one -> one.inTransaction(() -> one.roles().grant())))
                .chain(() -> first().inTransaction(this::letIn))
                .chain(() -> databases.each(
                        one -> one.in(() -> applied(one)).invoke(applied::add).replaceWithVoid()))
                .chain(this::look)
                .map(warnings -> new Database.Report(
                        new ConfigurationReport(restore().settings().database(), contents(), applied)
                                .description(warnings),
                        warnings));
    }

    /**
     * Committed before sessions end, so that none comes back. Answers whose: where the database is configured already,
     * the application's roles may be in use.
     */
    private Uni<List<String>> begin() {
        List<String> ours = DatabaseRoles.names(contents());
        return provenance(first())
                .write()
                .chain(configured -> departures()
                        .shut(first().session(), ours)
                        .call(() -> allRoles().prepare(!configured))
                        .map(departing -> configured ? departing : and(departing, ours)));
    }

    private Uni<Void> endSessions(List<String> roles) {
        return first().in(() -> first().session()
                .query(END_SESSIONS, Tuple.tuple().addValue(roles.toArray(String[]::new)))
                .onFailure()
                .transform(failure -> PgErrors.about(
                        FailureCode.DATABASE_FAILED,
                        "The sessions of " + NameList.of(roles) + " cannot be ended",
                        failure))
                .replaceWithVoid());
    }

    /** Last where they are dropped: what they have in other databases would keep them. */
    private Uni<Void> remove() {
        return first().in(() -> departures().elsewhere(first().session()))
                .chain(names ->
                        Sequential.of(names, name -> databases.in(name, one -> asOwners(one, departures()::disown))))
                .chain(() -> asOwners(first(), departures()::remove));
    }

    private static Uni<Void> asOwners(OpenDatabase one, Function<Session, Uni<Void>> work) {
        return one.inTransaction(() -> new Owners(one.session()).joined(() -> work.apply(one.session())));
    }

    /** Answers where it stopped for want of time. */
    private Uni<Optional<ScriptProgress>> runScripts() {
        Scripts.Whole whole = new Scripts.Whole(
                restore().id(),
                restore().settings().database().scripts().size(),
                new ScriptTime(databases.time()),
                listener);
        Uni<Optional<ScriptProgress>> stopped = Uni.createFrom().item(Optional.empty());
        int before = 0;
        for (OpenDatabase one : databases.all()) {
            Scripts scripts = new Scripts(one.session(), one.database().scripts(), before, whole);
            before += one.database().scripts().size();
            stopped = stopped.chain(stop -> stop.isPresent()
                    ? Uni.createFrom().item(stop)
                    : one.inTransaction(() -> provenance(one).write()).chain(() -> one.in(scripts::run)));
        }
        return stopped;
    }

    private Uni<List<String>> applied(OpenDatabase one) {
        return new AppliedScripts(one.session(), restore().id())
                .description(one.database().scripts());
    }

    private Uni<Void> letIn() {
        return allRoles().letIn().call(() -> provenance(first()).configured());
    }

    /** Each role that is ready has logged in, and read. Answers what cannot be as it is to be. */
    private Uni<List<String>> look() {
        List<String> warnings = new ArrayList<>();
        return databases
                .each(one -> one.in(() ->
                                new MissingRights(one.session(), one.content().roles()).warnings())
                        .invoke(some -> warnings.addAll(one.named(some)))
                        .chain(() ->
                                Sequential.of(one.content().roles(), role -> one.in(() -> databases.read(one, role)))))
                .replaceWith(warnings);
    }

    private static List<String> and(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private OpenDatabase first() {
        return databases.first();
    }

    private Restore restore() {
        return databases.restore();
    }

    private List<DatabaseRoles> contents() {
        return databases.all().stream().map(OpenDatabase::content).toList();
    }

    private Provenance provenance(OpenDatabase one) {
        return new Provenance(one.session(), restore());
    }

    /** Of the cluster: one that is of several databases is one role. */
    private ApplicationRoles allRoles() {
        List<RoleDefinition> all =
                contents().stream().flatMap(one -> one.roles().stream()).toList();
        return new ApplicationRoles(first().session(), first().name(), all);
    }

    private RoleRemoval departures() {
        return RoleRemoval.of(restore().settings().database());
    }
}
