package io.aurorarestore.saga.step;

import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Home;
import io.aurorarestore.restore.Ownership;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.Snapshot;
import io.aurorarestore.restore.StepName;
import io.aurorarestore.saga.Decision;
import io.aurorarestore.saga.Look;
import io.aurorarestore.saga.Observed;
import io.aurorarestore.saga.Pace;
import io.aurorarestore.saga.Step;
import java.time.Duration;
import java.util.List;

/** Copies the snapshot to the home region, where it cannot be restored from as it is. RDS sends no event for a copy. */
public record CopySnapshot(Home home) implements Step {

    @Override
    public StepName name() {
        return StepName.COPY_SNAPSHOT;
    }

    @Override
    public Duration deadline() {
        return Duration.ofHours(12);
    }

    @Override
    public List<Look> looks(Restore restore) {
        return planned(restore) ? List.of(new Look.AtSnapshot(home.region(), copy(restore))) : List.of();
    }

    @Override
    public Decision decide(Restore restore, Observed seen) {
        SnapshotUse use = SnapshotUse.of(restore, home);
        return use.needsCopy()
                ? seen.snapshot(copy(restore))
                        .map(found -> judge(restore, found, seen))
                        .orElseGet(() -> begin(restore, use))
                : Decision.skip(
                        "snapshot usable in place",
                        now -> now.with(now.findings().withUsable(use.source())));
    }

    private Decision begin(Restore restore, SnapshotUse use) {
        return Decision.act(
                new io.aurorarestore.saga.command.CopySnapshot(
                        use.source().arn(),
                        use.source().region(),
                        copy(restore),
                        use.copyKey(),
                        Ownership.tags(restore.id())),
                Pace.STEADY);
    }

    private static Decision judge(Restore restore, Snapshot copy, Observed seen) {
        if (!copy.ownedBy(restore.id())) {
            return Decisions.nameTaken("snapshot", copy.id(), copy.arn());
        }
        return switch (copy.state()) {
            case AVAILABLE ->
                Decision.done(
                        "copied to " + copy.arn(),
                        now -> now.with(now.findings().withUsable(copy)));
            case BROKEN, LEAVING ->
                Decision.fail(
                        FailureCode.SNAPSHOT_COPY_FAILED, "The copy " + copy.arn() + " is " + copy.status() + ".");
            case CHANGING, STOPPED ->
                Decision.await(
                        "the copy is " + copy.status() + " at " + copy.percent() + " %", pace(restore, copy, seen));
        };
    }

    private static Pace pace(Restore restore, Snapshot copy, Observed seen) {
        return Pace.byProgress(Duration.between(restore.progress().since(), seen.now()), copy.percent());
    }

    private boolean planned(Restore restore) {
        return restore.footprint().of(home.snapshotArn(copy(restore))).isPresent();
    }

    private static String copy(Restore restore) {
        return restore.names().copy();
    }
}
