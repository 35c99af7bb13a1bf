package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.settings.Script;
import io.aurorarestore.model.text.NameList;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Records the scripts that were applied, by name and hash, in the table {@code aurora_restore.applied}. What another
 * restore ran on this data does not count.
 */
record AppliedScripts(Session session, RestoreId restore) {

    private static final String NOTED = "SELECT name, hash FROM aurora_restore.applied WHERE restore_id = $1";
    private static final String NOTE =
            "INSERT INTO aurora_restore.applied (restore_id, hash, name) VALUES ($1, $2, $3)";

    /** Fails where other SQL was applied under the script's name. */
    Uni<Boolean> has(Script script) {
        return noted().map(all -> {
            if (all.contains(Noted.of(script))) {
                return true;
            }
            if (all.stream().anyMatch(one -> one.name().equals(script.name()))) {
                throw changed(script);
            }
            return false;
        });
    }

    Uni<Void> note(Script script) {
        return session.query(NOTE, Tuple.of(restore.value(), Noted.of(script).hash(), script.name()))
                .replaceWithVoid();
    }

    /** Fails where one of the scripts was not applied as it is. */
    Uni<Void> verify(List<Script> scripts) {
        return noted().onFailure()
                .transform(failure -> PgErrors.about(
                        FailureCode.VERIFICATION_FAILED, "The table aurora_restore.applied cannot be read", failure))
                .invoke(all -> {
                    List<String> missing = scripts.stream()
                            .filter(script -> !all.contains(Noted.of(script)))
                            .map(Script::name)
                            .toList();
                    if (!missing.isEmpty()) {
                        throw notApplied(missing);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Set<Noted>> noted() {
        return session.rows(NOTED, Tuple.of(restore.value()), Noted::of).map(Set::copyOf);
    }

    private static CallFailedException changed(Script script) {
        return new CallFailedException(
                CallFailedException.Kind.FATAL,
                FailureCode.DATABASE_FAILED,
                "Script " + NameList.of(script.name())
                        + " cannot run: this restore has applied other SQL under its name.");
    }

    private static CallFailedException notApplied(List<String> names) {
        return new CallFailedException(
                CallFailedException.Kind.FATAL,
                FailureCode.VERIFICATION_FAILED,
                "By its own notes this data has not been through the script(s) " + NameList.of(names) + ".");
    }

    private record Noted(String name, String hash) {

        static Noted of(Row row) {
            return new Noted(row.getString(0), row.getString(1));
        }

        static Noted of(Script script) {
            try {
                byte[] sql = script.sql().getBytes(StandardCharsets.UTF_8);
                return new Noted(
                        script.name(),
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(sql)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
