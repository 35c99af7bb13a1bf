package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.restore.ScriptProgress;
import io.aurorarestore.model.settings.Script;
import io.aurorarestore.model.text.NameList;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Database.ProgressListener;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Runs one script, once or in rounds: each in one transaction with the row that says so, and with nothing left in the
 * session for the next. It stops where the invocation has no time for the next round.
 */
final class ScriptRun {

    private static final List<String> AFRESH =
            List.of("RESET SESSION AUTHORIZATION", "RESET ROLE", "RESET ALL", "DISCARD TEMP");

    /** The server's clock is not ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(1);

    private final Session session;
    private final AppliedScripts applied;
    private final Script script;
    private final ScriptTime time;
    private final ProgressListener listener;
    private ScriptProgress progress;
    private Instant deadline = Instant.MAX;
    private Duration lastRound = Duration.ZERO;
    private boolean stopped;

    ScriptRun(
            Session session,
            AppliedScripts applied,
            Script script,
            ScriptTime time,
            ProgressListener listener,
            ScriptProgress begun) {
        this.session = session;
        this.applied = applied;
        this.script = script;
        this.time = time;
        this.listener = listener;
        this.progress = begun;
    }

    /** Where it stopped; empty where it is through. */
    Uni<Optional<ScriptProgress>> run() {
        return applied.begin(script)
                .invoke(this::goesOn)
                .chain(() -> Uni.createFrom()
                        .deferred(this::round)
                        .repeat()
                        .whilst(again -> again)
                        .collect()
                        .last())
                .map(end -> stopped ? Optional.of(progress) : Optional.empty());
    }

    private void goesOn(AppliedScripts.Begun begun) {
        deadline = time.now().plus(script.deadline().minus(begun.ago()));
        progress = new ScriptProgress(
                progress.script(), progress.number(), progress.scripts(), begun.rounds(), begun.rows(), time.now());
    }

    private Uni<Boolean> round() {
        if (!(lastRound.isZero() ? time.suffices(script) : time.suffices(lastRound.multipliedBy(2)))) {
            return stop();
        }
        Instant begins = time.now();
        Duration left = Duration.between(begins, deadline);
        if (left.isNegative() || left.isZero()) {
            return Uni.createFrom().failure(overdue());
        }
        boolean first = time.begins();
        Duration most = left.compareTo(time.limit()) < 0 ? left : time.limit();
        Instant ends = begins.plus(most).minus(CLOCKS_DIFFER);
        return listener.heard(progress)
                .chain(() -> session.limit(most))
                .chain(this::once)
                .map(rows -> goesOn(rows, begins))
                .onFailure(failure -> isTimeout(failure, ends))
                .recoverWithUni(failure -> timedOut(first, most))
                .onFailure()
                .transform(failure -> ProfileSqlException.of(
                        what() + " failed" + (script.transaction() ? " and was rolled back" : ""),
                        failure,
                        PsqlOnly.advice(script.sql())));
    }

    private boolean goesOn(long rows, Instant began) {
        lastRound = Duration.between(began, time.now());
        progress = progress.round(rows, time.now());
        return rows > 0;
    }

    private Uni<Boolean> stop() {
        stopped = true;
        return Uni.createFrom().item(false);
    }

    private boolean isTimeout(Throwable failure, Instant ends) {
        return failure instanceof SqlFailedException error
                && error.canceled()
                && !time.now().isBefore(ends);
    }

    private Uni<Boolean> timedOut(boolean first, Duration limit) {
        if (!time.now().isBefore(deadline.minus(CLOCKS_DIFFER))) {
            return Uni.createFrom().failure(overdue());
        }
        return first ? Uni.createFrom().failure(tooLong(limit)) : stop();
    }

    /** Answers how many rows it has changed; nothing where it is not to be repeated. */
    private Uni<Long> once() {
        return script.transaction() ? Transactions.in(session, this::applying) : alone().replaceWith(0L);
    }

    private Uni<Long> applying() {
        return script.as()
                .map(role -> new ScriptRole(session, role).run(this::contained))
                .orElseGet(this::contained)
                .call(rows -> script.repeat()
                        ? applied.round(script, rows)
                        : Uni.createFrom().voidItem())
                .call(rows ->
                        rows == 0 ? applied.note(script) : Uni.createFrom().voidItem());
    }

    private Uni<Long> contained() {
        Uni<Long> rows = script.repeat()
                ? session.count(script.sql())
                : session.contain(script.sql()).replaceWith(0L);
        return rows.call(this::afresh);
    }

    /** A transaction that it began, against its word, ends. A job that is cut off before the note runs it again. */
    private Uni<Void> alone() {
        if (PsqlOnly.isCopy(script.sql())) {
            return Uni.createFrom().failure(failure(" cannot run" + PsqlOnly.advice(script.sql()) + "."));
        }
        return session.query(script.sql())
                .chain(() -> session.run("ROLLBACK"))
                .chain(this::afresh)
                .chain(() -> applied.note(script));
    }

    private Uni<Void> afresh() {
        return session.run(AFRESH).chain(() -> SessionSettings.overrule(session));
    }

    private CallFailedException tooLong(Duration limit) {
        String advice = script.repeat()
                ? "let each round change fewer rows"
                : "change its rows in rounds with \"repeat\": true";
        return failure(" was ended after " + limit.toSeconds()
                + " seconds: no statement may take longer in a run of the database function (DatabaseTimeout). "
                + (script.transaction() ? "It was rolled back. " : "")
                + "Please " + advice + ", or leave the work to a hook.");
    }

    private CallFailedException overdue() {
        return failure(" was not done by its deadline, " + script.deadline() + " after it began"
                + (script.repeat()
                        ? ": it has changed " + progress.rows() + " row(s) in " + progress.rounds() + " round(s)"
                        : "")
                + ". Please raise its \"deadline\", or let it do less.");
    }

    private CallFailedException failure(String whatHappened) {
        return new CallFailedException(
                CallFailedException.Kind.FATAL, FailureCode.DATABASE_FAILED, what() + whatHappened);
    }

    private String what() {
        return "Script " + NameList.of(script.name());
    }
}
