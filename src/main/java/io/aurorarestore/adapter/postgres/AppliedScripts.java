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
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Records the scripts that were applied, by name and hash, in the table {@code aurora_restore.applied}. What another
 * restore ran on this data does not count.
 */
record AppliedScripts(Session session, RestoreId restore) {

    private static final String NOTED = "SELECT name, hash FROM aurora_restore.applied WHERE restore_id = $1";
    private static final String BEGIN = "INSERT INTO aurora_restore.progress (restore_id, name) SELECT $1, $2"
            + " WHERE NOT EXISTS (SELECT FROM aurora_restore.progress WHERE restore_id = $1 AND name = $2)";
    private static final String BEGUN = "SELECT extract(epoch FROM clock_timestamp() - begun_at)::bigint, rounds, rows"
            + " FROM aurora_restore.progress WHERE restore_id = $1 AND name = $2";
    private static final String ROUND = "UPDATE aurora_restore.progress SET rounds = rounds + 1, rows = rows + $3"
            + " WHERE restore_id = $1 AND name = $2";
    private static final String ALL = "SELECT name, rounds, rows FROM aurora_restore.progress WHERE restore_id = $1";
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

    /** When a script first began, and what its rounds have done since. */
    record Begun(Duration ago, long rounds, long rows) {

        static Begun of(Row row) {
            return new Begun(Duration.ofSeconds(row.getLong(0)), row.getLong(1), row.getLong(2));
        }
    }

    /** Begins it, unless an earlier run has: its deadline counts from then. */
    Uni<Begun> begin(Script script) {
        Tuple one = Tuple.of(restore.value(), script.name());
        return session.query(BEGIN, one)
                .chain(() -> session.query(BEGUN, one))
                .map(rows -> Begun.of(rows.iterator().next()));
    }

    /** In the round's own transaction: one that is cut off is not counted. */
    Uni<Void> round(Script script, long rows) {
        return session.query(ROUND, Tuple.of(restore.value(), script.name(), rows))
                .replaceWithVoid();
    }

    /** The names of the scripts that were applied, with what the rounds of the repeated ones have done. */
    Uni<List<String>> description(List<Script> scripts) {
        return session.rows(ALL, Tuple.of(restore.value()), Counted::of)
                .map(all ->
                        scripts.stream().map(script -> described(script, all)).toList());
    }

    private static String described(Script script, List<Counted> all) {
        return all.stream()
                .filter(one -> script.repeat() && one.name().equals(script.name()))
                .findFirst()
                .map(one -> script.name() + " (" + one.rows() + " row(s) in " + one.rounds() + " round(s))")
                .orElse(script.name());
    }

    private record Counted(String name, long rounds, long rows) {

        static Counted of(Row row) {
            return new Counted(row.getString(0), row.getLong(1), row.getLong(2));
        }
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
