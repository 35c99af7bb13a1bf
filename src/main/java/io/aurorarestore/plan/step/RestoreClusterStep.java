package io.aurorarestore.plan.step;

import io.aurorarestore.command.RestoreCluster;
import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Step;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.ClusterMoment;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.OwnedResource;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.StepOutputs;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Restores the snapshot, or the cluster's data of the moment, beside the target, under a staging name. */
public record RestoreClusterStep(Home home) implements Step {

    @Override
    public StepName name() {
        return StepName.RESTORE_CLUSTER;
    }

    @Override
    public Duration deadline() {
        return Duration.ofHours(4);
    }

    @Override
    public List<Describe> describe(Restore restore) {
        List<Describe> describe = new ArrayList<>();
        if (planned(restore)) {
            describe.add(new Describe.AtCluster(restore.names().staging()));
        }
        moment(restore)
                .filter(moment -> !wasThere(restore))
                .map(SourceChecks::again)
                .ifPresent(source -> describe.add(new Describe.OnlyIf(
                        seen -> seen.cluster(restore.names().staging()).isEmpty(), List.of(source))));
        return describe;
    }

    private static Optional<ClusterMoment> moment(Restore restore) {
        return restore.outputs().restorable().moment();
    }

    @Override
    public Decision decide(Restore restore, Observed seen) {
        return seen.cluster(restore.names().staging())
                .map(found -> judge(restore, found))
                .orElseGet(() -> wasThere(restore) ? SharedDecisions.stagingGone(restore, seen) : begin(restore, seen));
    }

    /** What was pinned is not made a second time: the later one would not be known as ours. */
    private boolean wasThere(Restore restore) {
        return restore.resources()
                .of(home.clusterArn(restore.names().staging()))
                .flatMap(OwnedResource::resourceId)
                .isPresent();
    }

    @Override
    public boolean undoable() {
        return true;
    }

    @Override
    public List<Describe> describeForUndo(Restore restore) {
        return planned(restore) ? deletion(restore).describe() : List.of();
    }

    @Override
    public Decision undo(Restore restore, Observed seen) {
        return planned(restore) && notSeenYet(restore, seen)
                ? SharedDecisions.unlessSeen(
                        restore,
                        seen,
                        Missing.LATE_STAGING_CLUSTER,
                        "no staging cluster to appear",
                        () -> remove(restore, seen))
                : remove(restore, seen);
    }

    private Decision remove(Restore restore, Observed seen) {
        return deletion(restore).next(restore, seen);
    }

    /** A call that was on its way when the step failed may still take effect. */
    private static boolean notSeenYet(Restore restore, Observed seen) {
        return seen.cluster(restore.names().staging()).isEmpty()
                && restore.progress().acted().isEmpty();
    }

    private boolean planned(Restore restore) {
        return restore.resources()
                .of(home.clusterArn(restore.names().staging()))
                .isPresent();
    }

    private ClusterDeletion deletion(Restore restore) {
        String arn = home.clusterArn(restore.names().staging());
        return new ClusterDeletion(
                home,
                restore.names().staging(),
                cluster -> SharedDecisions.isOurs(restore, arn, cluster),
                instance -> instance.ownedBy(restore.id()),
                ClusterDeletion::nobodyKeeps,
                new ClusterDeletion.Terms(Optional.empty(), true, false),
                now -> now.with(now.resources().minus(arn)));
    }

    private static Decision begin(Restore restore, Observed seen) {
        return restore.outputs()
                .restorable()
                .fold(
                        snapshot -> begin(restore, snapshot),
                        moment -> SourceChecks.asSeen(moment, seen)
                                .map(now -> SourceChecks.inTheWayAgain(now).orElseGet(() -> begin(restore, now)))
                                .orElseGet(() -> SourceChecks.gone(moment)));
    }

    private static Decision begin(Restore restore, RestoreSource source) {
        return Decision.act(
                new RestoreCluster(restore.names().staging(), source, restore.cluster(), SharedDecisions.tags(restore)),
                UsualPace.RESTORE);
    }

    /** A clone has the data of when it was made. */
    private static StepOutputs outputs(Restore restore, Cluster staging) {
        Optional<Instant> made = staging.created().or(() -> restore.progress().actedAt(RestoreCluster.KEY));
        return moment(restore).filter(ClusterMoment::isClone).isPresent()
                ? restore.outputs().withDataOf(made.map(at -> at.truncatedTo(ChronoUnit.SECONDS)))
                : restore.outputs();
    }

    private static Decision judge(Restore restore, Cluster staging) {
        if (!staging.ownedBy(restore.id())) {
            return SharedDecisions.nameTaken("cluster", staging.name(), staging.arn());
        }
        return switch (staging.state()) {
            case AVAILABLE ->
                Decision.done(
                        "cluster " + staging.name() + " is restored",
                        now -> now.with(outputs(now, staging).withEndpoint(staging.endpoint())));
            case BROKEN, LEAVING ->
                Decision.fail(
                        FailureCode.RESTORE_FAILED, "Cluster " + staging.name() + " is " + staging.status() + ".");
            case CHANGING, STOPPED -> SharedDecisions.waitFor(staging, UsualPace.RESTORE);
        };
    }
}
