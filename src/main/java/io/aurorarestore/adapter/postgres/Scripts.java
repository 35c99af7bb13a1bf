package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.settings.Script;
import io.aurorarestore.model.text.NameList;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Runs a profile's scripts in their database, each once in a restore: in one transaction with the row that says so, and with nothing
 * left in the session for the next.
 */
record Scripts(Session session, RestoreId restore, List<Script> scripts) {

    private static final List<String> AFRESH =
            List.of("RESET SESSION AUTHORIZATION", "RESET ROLE", "RESET ALL", "DISCARD TEMP");

    Uni<Void> run() {
        return Sequential.of(scripts, this::once);
    }

    private Uni<Void> once(Script script) {
        return applied().has(script).chain(done -> done ? Uni.createFrom().voidItem() : now(script));
    }

    private Uni<Void> now(Script script) {
        String what = "Script " + NameList.of(script.name()) + " failed";
        return script.transaction()
                ? failing(what + " and was rolled back", script, Transactions.in(session, () -> apply(script)))
                : failing(what, script, alone(script));
    }

    private static Uni<Void> failing(String what, Script script, Uni<Void> work) {
        return work.onFailure()
                .transform(failure -> ProfileSqlException.of(what, failure, PsqlOnly.advice(script.sql())));
    }

    private Uni<Void> apply(Script script) {
        return script.as()
                .map(role -> new ScriptRole(session, role).run(() -> contained(script)))
                .orElseGet(() -> contained(script))
                .chain(() -> applied().note(script));
    }

    private Uni<Void> contained(Script script) {
        return session.contain(script.sql()).chain(this::afresh);
    }

    /** A transaction that it began, against its word, ends. A job that is cut off before the note runs it again. */
    private Uni<Void> alone(Script script) {
        if (PsqlOnly.isCopy(script.sql())) {
            return Uni.createFrom()
                    .failure(new CallFailedException(
                            CallFailedException.Kind.FATAL,
                            FailureCode.DATABASE_FAILED,
                            "Script " + NameList.of(script.name()) + " cannot run" + PsqlOnly.advice(script.sql())
                                    + "."));
        }
        return session.query(script.sql())
                .chain(() -> session.run("ROLLBACK"))
                .chain(this::afresh)
                .chain(() -> applied().note(script));
    }

    private Uni<Void> afresh() {
        return session.run(AFRESH).chain(() -> SessionSettings.overrule(session));
    }

    private AppliedScripts applied() {
        return new AppliedScripts(session, restore);
    }
}
