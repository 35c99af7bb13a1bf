package io.aurorarestore.plan.step;

import io.aurorarestore.command.RebootInstance;
import io.aurorarestore.command.RenameCluster;
import io.aurorarestore.command.Tag;
import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Pace;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.ResourceState;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds the cluster that had the target's name first, wherever it is now, by its resource id, and decides how it is
 * set aside, rebooted and deleted.
 */
record PredecessorCluster(Home home, Restore restore, Predecessor old) {

    static Optional<PredecessorCluster> of(Home home, Restore restore) {
        return restore.outputs().predecessor().map(old -> new PredecessorCluster(home, restore, old));
    }

    String asideName() {
        return restore.names().setAside();
    }

    List<Describe> names() {
        return List.of(new Describe.AtCluster(restore.target()), new Describe.AtCluster(asideName()));
    }

    /** What the pre-flight looked at, once more: only where the rename is the very next thing. */
    Describe beforeRename() {
        List<Describe> describe = List.of(
                new Describe.AtInstancesOf(restore.target()),
                new Describe.AtSurroundings(seen ->
                        TargetDependencies.Query.attached(restore.target(), home.clusterArn(restore.target()))));
        return new Describe.OnlyIf(this::stepsAsideNext, describe);
    }

    boolean stepsAsideNext(Observed seen) {
        return seen.cluster(asideName()).isEmpty()
                && atTarget(seen).filter(Cluster::available).isPresent();
    }

    /** Whether it belongs to anything by now: only where its deletion is the very next thing. */
    Describe beforeDeletion(Predicate<Observed> deletesNext) {
        return new Describe.OnlyIf(
                deletesNext,
                List.of(new Describe.AtSurroundings(
                        seen -> TargetDependencies.Query.attached(asideName(), home.clusterArn(asideName())))));
    }

    Optional<Cluster> atTarget(Observed seen) {
        return seen.cluster(restore.target()).filter(old::is);
    }

    Optional<Cluster> aside(Observed seen) {
        return seen.cluster(asideName()).filter(old::is);
    }

    /** Out of the target's name, and marked; {@code then} goes on from there. */
    Decision setAside(Observed seen, Function<Cluster, Decision> then) {
        return aside(seen)
                .map(cluster -> settled(cluster, then))
                .or(() ->
                        seen.cluster(asideName()).map(other -> SharedDecisions.nameTaken("cluster", other.name(), "")))
                .or(() -> atTarget(seen).map(cluster -> stepAside(cluster, seen)))
                .or(() -> seen.cluster(restore.target()).map(this::changed))
                .orElseGet(() -> Decision.await(restore.target() + " to be renamed to " + asideName(), Pace.SOON));
    }

    private Decision settled(Cluster cluster, Function<Cluster, Decision> then) {
        if (!cluster.available()) {
            return SharedDecisions.waitFor(cluster, renamePace());
        }
        return restore.id().value().equals(cluster.tags().get(Ownership.SET_ASIDE_TAG))
                        || restore.progress().actedAt(Tag.KEY).isPresent()
                ? then.apply(cluster)
                : Decision.act(new Tag(
                        cluster.arn(),
                        Map.of(Ownership.SET_ASIDE_TAG, restore.id().value())));
    }

    private Decision stepAside(Cluster cluster, Observed seen) {
        Optional<Failure> problem = TargetChecks.again(restore, cluster, old, seen).problems().stream()
                .findFirst();
        if (problem.isPresent()) {
            return Decision.fail(problem.get().code(), problem.get().message());
        }
        return cluster.available()
                ? Decision.act(new RenameCluster(cluster.name(), asideName()), renamePace())
                : SharedDecisions.waitFor(cluster, renamePace());
    }

    /** Where the cluster is deleted in the same step, what the step usually takes says nothing of the rename. */
    private Pace renamePace() {
        return restore.step() == StepName.CLEAR_TARGET ? UsualPace.RENAME : UsualPace.RENAME_CLUSTER;
    }

    private Decision changed(Cluster other) {
        return Decision.fail(
                FailureCode.TARGET_CHANGED,
                other.name() + " is not the cluster it was when the restore began (" + other.resourceId()
                        + " instead of " + old.resourceId() + ").");
    }

    /**
     * Ends the sessions that would go on writing to it; each instance once. One that is stopped has none, and one that is broken
     * cannot be rebooted, however long one waits.
     */
    Optional<Decision> reboot(Observed seen) {
        return reboot(seen, old::has);
    }

    /** Then those of readers that came later, if they serve. */
    Optional<Decision> rebootAll(Observed seen) {
        return reboot(seen).or(() -> reboot(seen, Instance::available));
    }

    /** One at a time: nothing in RDS shows that one was rebooted, so each is noted before the next. */
    private Optional<Decision> reboot(Observed seen, Predicate<Instance> which) {
        return seen.instances().stream()
                .filter(which)
                .filter(one -> one.state() != ResourceState.STOPPED && one.state() != ResourceState.BROKEN)
                .filter(one -> restore.progress()
                        .actedAt(new RebootInstance(one.name()).key())
                        .isEmpty())
                .findFirst()
                .map(one -> one.available()
                        ? Decision.act(new RebootInstance(one.name()))
                        : SharedDecisions.waitFor(one, UsualPace.REBOOT));
    }

    /** Deletes it where it was set aside. */
    ClusterDeletion deletion() {
        return deletion(false);
    }

    ClusterDeletion deletion(boolean keepsBackups) {
        Optional<String> finalSnapshot = restore.cluster().finalSnapshot().orElse(false)
                ? Optional.of(restore.names().finalSnapshot())
                : Optional.empty();
        return new ClusterDeletion(
                home,
                asideName(),
                old::is,
                old::has,
                (cluster, seen) ->
                        TargetChecks.again(restore, cluster, old, seen).keeps(),
                new ClusterDeletion.Terms(
                        finalSnapshot, old.settings().deletionProtection().orElse(false), keepsBackups),
                now -> now);
    }
}
