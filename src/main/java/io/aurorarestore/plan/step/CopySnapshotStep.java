package io.aurorarestore.plan.step;

import io.aurorarestore.command.DeleteSnapshot;
import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Pace;
import io.aurorarestore.engine.Step;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.ResourceState;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.Progress;
import io.aurorarestore.model.restore.Restore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Copies the snapshot to the home region, where it cannot be restored from as it is. RDS sends no event for a copy. */
public record CopySnapshotStep(Home home) implements Step {

    /**
     * Into a region, of an account.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-copy-snapshot.html">Limitations</a>
     */
    private static final int AT_ONCE = 5;

    @Override
    public StepName name() {
        return StepName.COPY_SNAPSHOT;
    }

    @Override
    public Duration deadline() {
        return Duration.ofHours(12);
    }

    @Override
    public Optional<String> skips(Restore restore) {
        return SnapshotUsability.copies(restore, home)
                ? Optional.empty()
                : Optional.of(
                        restore.outputs().snapshot().isPresent()
                                ? "snapshot usable in place"
                                : "the source is no snapshot");
    }

    /** A copy that was planned and not accepted: there may have been no place for it. */
    @Override
    public List<Describe> describe(Restore restore) {
        return planned(restore) && restore.progress().acted().isEmpty()
                ? List.of(new Describe.AtManualSnapshots())
                : describeForUndo(restore);
    }

    @Override
    public Decision decide(Restore restore, Observed seen) {
        return seen.snapshot(copy(restore))
                .map(found -> judge(restore, found, seen))
                .orElseGet(() -> waitOrBegin(restore, seen));
    }

    @Override
    public boolean undoable() {
        return true;
    }

    @Override
    public List<Describe> describeForUndo(Restore restore) {
        return planned(restore) ? List.of(new Describe.AtSnapshot(home.region(), copy(restore))) : List.of();
    }

    @Override
    public Decision undo(Restore restore, Observed seen) {
        return seen.snapshot(copy(restore))
                .filter(found -> found.ownedBy(restore.id()))
                .map(found -> isTheLast(restore) ? kept(found) : delete(found))
                .orElseGet(() -> gone(restore, seen));
    }

    /** Its source went with the cluster that was deleted first, and that could not be brought back. */
    private static boolean isTheLast(Restore restore) {
        return restore.outcome().lost()
                && restore.outputs()
                        .snapshot()
                        .filter(source -> SnapshotUsability.isTakenAlong(restore, source))
                        .isPresent();
    }

    private static Decision kept(Snapshot copy) {
        String last = "Our copy " + copy.id() + " is kept: its source went with the cluster that was deleted first.";
        return Decision.done("our copy " + copy.id() + " is kept", now -> now, List.of(last));
    }

    private static Decision delete(Snapshot copy) {
        return copy.state() == ResourceState.LEAVING
                ? Decision.await("the copy is deleting", Pace.SOON)
                : Decision.act(new DeleteSnapshot(copy.id()), Pace.SOON);
    }

    private Decision gone(Restore restore, Observed seen) {
        return planned(restore) && restore.progress().acted().isEmpty()
                ? SharedDecisions.unlessSeen(restore, seen, Missing.LATE_COPY, "no copy to be left", this::gone)
                : gone();
    }

    private Decision gone() {
        return Decision.done(
                "no copy of ours is left", now -> now.with(now.resources().minus(home.snapshotArn(copy(now)))));
    }

    private Decision waitOrBegin(Restore restore, Observed seen) {
        List<Snapshot> copies =
                seen.snapshots().stream().filter(Snapshot::isBeingCopied).toList();
        return copies.size() < AT_ONCE
                ? begin(restore, SnapshotUsability.of(restore, home).orElseThrow())
                : Decision.await(
                        "one of " + AT_ONCE + " copies to be done: RDS makes " + AT_ONCE + " at once",
                        UsualPace.untilOneIsDone(copies, seen.now()));
    }

    private Decision begin(Restore restore, SnapshotUsability use) {
        return Decision.act(
                new io.aurorarestore.command.CopySnapshot(
                        use.source().arn(),
                        use.source().region(),
                        copy(restore),
                        use.reason(),
                        use.copyKey(),
                        Ownership.tags(restore.id())),
                UsualPace.COPY);
    }

    private static Decision judge(Restore restore, Snapshot copy, Observed seen) {
        if (!copy.ownedBy(restore.id())) {
            return SharedDecisions.nameTaken("snapshot", copy.id(), copy.arn());
        }
        return switch (copy.state()) {
            case AVAILABLE ->
                Decision.done(
                        "copied to " + copy.arn(), now -> now.with(now.outputs().withUsable(copy)));
            case BROKEN, LEAVING ->
                Decision.fail(
                        FailureCode.SNAPSHOT_COPY_FAILED, "The copy " + copy.arn() + " is " + copy.status() + ".");
            case CHANGING, STOPPED -> Decision.await(waitingFor(copy), pace(restore, copy, seen));
        };
    }

    /** As much of it as is shown was first seen when this was first waited for. */
    private static Pace pace(Restore restore, Snapshot copy, Observed seen) {
        Progress progress = restore.progress();
        Duration waited = progress.waited(seen.now());
        Duration since = progress.waitingFor().equals(waitingFor(copy))
                ? Duration.between(progress.waitingSince(), seen.now())
                : Duration.ZERO;
        return UsualPace.byProgress(copy.percent(), waited.minus(since), since);
    }

    private static String waitingFor(Snapshot copy) {
        return "the copy is " + copy.status() + " at " + copy.percent() + " %";
    }

    private boolean planned(Restore restore) {
        return restore.resources().of(home.snapshotArn(copy(restore))).isPresent();
    }

    private static String copy(Restore restore) {
        return restore.names().copy();
    }
}
