package io.aurorarestore.notification;

import io.aurorarestore.model.Failure;
import io.aurorarestore.model.aws.ClusterMoment;
import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.ScriptProgress;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.restore.StepOutputs;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Describes in words for people how a restore stands, or how it ended. */
public final class RestoreSummary {

    private RestoreSummary() {}

    static String status(Restore restore) {
        return restore.outcome().abandoned() ? "ABANDONED" : restore.status().name();
    }

    /** As it stands at its end: what was set aside waits for its day. */
    static String of(Restore restore) {
        return of(restore, Optional.empty());
    }

    /** @param retirement of the cluster that it set aside, if it has one: it says what became of that since */
    public static String of(Restore restore, Optional<Restore> retirement) {
        String target = restore.target();
        return switch (restore.status()) {
            case SUCCEEDED -> restore.retires() ? retired(restore) : succeeded(restore, retirement);
            case ROLLED_BACK, CANCELLED -> cause(restore) + undone(restore);
            case FAILED -> failed(restore);
            case RUNNING -> restore.retires() ? retiring(restore) : target + " is being restored" + where(restore);
            case ROLLING_BACK ->
                restore.retires()
                        ? "The cluster that was set aside for " + target + " " + beingKept(restore) + ". "
                                + cause(restore)
                        : "The restore of " + target + " is being undone" + where(restore) + " " + cause(restore);
        };
    }

    private static String where(Restore restore) {
        return ", at step " + restore.step().label() + waiting(restore);
    }

    private static String waiting(Restore restore) {
        String waiting = restore.progress()
                .work()
                .map(ScriptProgress::description)
                .orElse(restore.progress().waitingFor());
        return waiting.isEmpty() ? "." : ": " + waiting + ".";
    }

    private static String succeeded(Restore restore, Optional<Restore> retirement) {
        return restore.target() + " was restored from " + source(restore.outputs()) + "."
                + retirement
                        .map(RestoreSummary::old)
                        .or(() -> restore.outputs().retiresAt().map(due -> toBeDeleted(restore, due)))
                        .map(old -> " The replaced cluster " + old + ".")
                        .orElse("");
    }

    private static String toBeDeleted(Restore restore, Instant due) {
        return "is kept as " + restore.names().setAside() + " and deleted after " + due.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String beingKept(Restore retirement) {
        return "is being kept as " + retirement.names().setAside();
    }

    /** A retirement succeeds, too, where a person has renamed the cluster, or a stranger's has its name by now. */
    private static String old(Restore retirement) {
        String old = retirement.names().setAside();
        return switch (retirement.status()) {
            case RUNNING -> toBeDeleted(retirement, retirement.progress().since());
            case ROLLING_BACK -> beingKept(retirement);
            case SUCCEEDED -> "was kept as " + old + ", and is no longer there under that name";
            case ROLLED_BACK, CANCELLED -> "is kept as " + old;
            case FAILED -> "could not be deleted, and was last " + old;
        };
    }

    /** With the time of the data, as far as it is known. */
    private static String source(StepOutputs outputs) {
        String source = outputs.source()
                .map(found -> found.fold(Snapshot::id, ClusterMoment::description))
                .orElse("its source");
        boolean said = outputs.source()
                .flatMap(RestoreSource::moment)
                .flatMap(ClusterMoment::at)
                .isPresent();
        Optional<String> time = said ? Optional.empty() : outputs.dataTime().map(at -> ", data of " + at);
        return source
                + outputs.provenance()
                        .map(from -> " (" + from + ")")
                        .or(() -> time)
                        .orElse("");
    }

    /** Whether its day has come or not. */
    private static String retiring(Restore restore) {
        return "The cluster that was set aside for " + restore.target() + " is to be deleted" + waiting(restore);
    }

    private static String retired(Restore restore) {
        return "The cluster that was set aside for " + restore.target() + " is no longer there as "
                + restore.names().setAside() + ".";
    }

    private static String undone(Restore restore) {
        if (restore.retires()) {
            return " The old cluster is kept as " + restore.names().setAside() + ".";
        }
        return restore.outcome().lost()
                ? " There is no " + restore.target() + " any more: it was deleted first, as accepted."
                : undoneBut(Leftovers.of(restore).isEmpty()) + ": " + restore.target() + " is as it was.";
    }

    private static String undoneBut(boolean nothing) {
        return nothing ? " All was undone" : " All but what is left over was undone";
    }

    private static String failed(Restore restore) {
        String where = "Step " + restore.step().label() + " needs a person. ";
        String what = restore.outcome().trouble().map(Failure::description).orElse("");
        String next = restore.outcome().abandoned()
                ? " It was given up: see the leftovers."
                : " Resume it when the cause is fixed, or abandon it.";
        return where + what + halfUndone(restore) + next;
    }

    private static String halfUndone(Restore restore) {
        boolean undoing = restore.outcome()
                .failedWhile()
                .filter(Status.ROLLING_BACK::equals)
                .isPresent();
        return undoing
                ? " It was being undone because: " + cause(restore) + " What the steps after "
                        + restore.step().label() + " did is undone already."
                : "";
    }

    private static String cause(Restore restore) {
        return restore.outcome().failure().map(Failure::description).orElse("");
    }
}
