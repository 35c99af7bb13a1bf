package io.aurorarestore.adapter.dynamodb.stored;

import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.restore.Missed;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.Outcome;
import io.aurorarestore.model.restore.Progress;
import io.aurorarestore.model.restore.ScriptProgress;
import io.aurorarestore.model.restore.Status;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Maps a restore's progress and outcome to its stored JSON, and back. */
final class ProgressDocument {

    private ProgressDocument() {}

    static StoredJson write(Progress progress) {
        Map<String, String> acted = new TreeMap<>();
        progress.acted().forEach((command, at) -> acted.put(command, at.toString()));
        StoredJson json = new StoredJson()
                .constant("status", progress.status())
                .constant("step", progress.step())
                .text("since", progress.since().toString())
                .textMap("acted", acted)
                .text("waitingFor", progress.waitingFor())
                .text("waitingSince", progress.waitingSince().toString())
                .flag("told", present(progress.told()))
                .object("missed", progress.missed(), ProgressDocument::write)
                .object("work", progress.work(), ProgressDocument::write)
                .object("took", StepTimesDocument.present(progress.times()), StepTimesDocument::write);
        return json.numberUnless(1, "attempt", progress.attempt())
                .numberUnless(1, "run", progress.run())
                .numberUnless(0, "unexpected", progress.unexpected());
    }

    private static StoredJson write(Missed missed) {
        return new StoredJson()
                .constant("what", missed.what())
                .text("since", missed.since().toString());
    }

    private static StoredJson write(ScriptProgress work) {
        return new StoredJson()
                .text("script", work.script())
                .number("number", work.number())
                .number("scripts", work.scripts())
                .number("rounds", work.rounds())
                .number("rows", work.rows())
                .text("at", work.at().toString());
    }

    private static ScriptProgress work(StoredFields stored) {
        return new ScriptProgress(
                stored.text("script"),
                stored.number("number", 1),
                stored.number("scripts", 1),
                stored.count("rounds"),
                stored.count("rows"),
                stored.instant("at"));
    }

    static Progress read(StoredFields stored) {
        return new Progress(
                stored.constant("status", Status.class),
                StoredFields.stepOf(stored.text("step")),
                stored.instant("since"),
                stored.number("attempt", 1),
                stored.number("run", 1),
                Map.copyOf(stored.map("acted", ProgressDocument::when)),
                stored.text("waitingFor"),
                stored.instant("waitingSince"),
                stored.flag("told"),
                stored.maybe("missed", ProgressDocument::missed),
                stored.maybe("work", ProgressDocument::work),
                stored.number("unexpected", 0),
                StepTimesDocument.read(stored.object("took")));
    }

    private static Instant when(StoredFields at) {
        try {
            return Instant.parse(at.itself("acted"));
        } catch (java.time.DateTimeException e) {
            throw new CorruptItemException("acted", e);
        }
    }

    private static Missed missed(StoredFields stored) {
        return new Missed(stored.constant("what", Missing.class), stored.instant("since"));
    }

    static StoredJson write(Outcome outcome) {
        return new StoredJson()
                .object("failure", outcome.failure(), ProgressDocument::write)
                .object("trouble", outcome.trouble(), ProgressDocument::write)
                .constant("failedWhile", outcome.failedWhile())
                .text("cancelled", outcome.cancelled())
                .flag("abandoned", present(outcome.abandoned()))
                .flag("lost", present(outcome.lost()))
                .texts("warnings", Optional.of(outcome.warnings()).filter(some -> !some.isEmpty()));
    }

    private static Optional<Boolean> present(boolean flag) {
        return Optional.of(flag).filter(set -> set);
    }

    private static StoredJson write(Failure failure) {
        return new StoredJson().constant("code", failure.code()).text("message", failure.message());
    }

    static Outcome outcome(StoredFields stored) {
        return new Outcome(
                stored.maybe("failure", ProgressDocument::failure),
                stored.maybe("trouble", ProgressDocument::failure),
                stored.maybeConstant("failedWhile", Status.class),
                stored.maybeText("cancelled"),
                stored.flag("abandoned"),
                stored.flag("lost"),
                stored.texts("warnings"));
    }

    private static Failure failure(StoredFields stored) {
        return new Failure(stored.constant("code", FailureCode.class), stored.text("message"));
    }
}
