package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Script;
import io.aurorarestore.model.text.NameList;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Runs a profile's scripts, each once in a restore: in one transaction with the row that says so, and with nothing
 * left in the session for the next.
 */
record Scripts(Session session, Restore restore) {

    private static final List<String> AFRESH =
            List.of("RESET SESSION AUTHORIZATION", "RESET ROLE", "RESET ALL", "DISCARD TEMP");

    Uni<Void> run() {
        return Sequential.of(restore.settings().database().scripts(), this::once);
    }

    private Uni<Void> once(Script script) {
        return applied().has(script).chain(done -> done ? Uni.createFrom().voidItem() : now(script));
    }

    private Uni<Void> now(Script script) {
        return Transactions.in(session, () -> apply(script))
                .onFailure()
                .transform(failure -> ProfileSqlException.of(
                        "Script " + NameList.of(script.name()) + " failed and was rolled back", failure));
    }

    private Uni<Void> apply(Script script) {
        return session.contain(script.sql())
                .chain(() -> session.run(AFRESH))
                .chain(() -> SessionSettings.overrule(session))
                .chain(() -> applied().note(script));
    }

    private AppliedScripts applied() {
        return new AppliedScripts(session, restore);
    }
}
