package io.aurorarestore.plan.step;

import io.aurorarestore.command.DeleteCluster;
import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Step;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.ClusterMoment;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.ResourceState;
import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.Restore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Clears the target, only where the request asks for {@code delete-first}: the old cluster is set aside, its sessions
 * are ended, a final snapshot is taken if asked for, then it is deleted.
 */
public record ClearTarget(Home home) implements Step {

    @Override
    public StepName name() {
        return StepName.CLEAR_TARGET;
    }

    @Override
    public Duration deadline() {
        return Duration.ofHours(4);
    }

    @Override
    public Optional<String> skips(Restore restore) {
        return restore.clearsFirst() ? Optional.empty() : Optional.of("nothing is deleted first");
    }

    @Override
    public List<Describe> describe(Restore restore) {
        PredecessorCluster old = old(restore);
        Predicate<Observed> deletesNext = seen -> deletesNext(restore, seen, old);
        Describe source = new Describe.OnlyIf(
                seen -> old.stepsAsideNext(seen) || deletesNext.test(seen), List.of(atSource(restore)));
        return Stream.<Stream<Describe>>of(
                        Stream.of(new Describe.AtCluster(restore.target())),
                        deletion(old).describe().stream(),
                        Stream.of(source, old.beforeRename(), old.beforeDeletion(deletesNext)))
                .flatMap(describe -> describe)
                .toList();
    }

    private static Describe atSource(Restore restore) {
        return restore.outputs()
                .restorable()
                .fold(source -> new Describe.AtSnapshot(source.region(), source.arn()), SourceChecks::again);
    }

    private boolean deletesNext(Restore restore, Observed seen, PredecessorCluster old) {
        return deletion(old).isNext(restore, seen) && old.reboot(seen).isEmpty();
    }

    @Override
    public Decision decide(Restore restore, Observed seen) {
        PredecessorCluster old = old(restore);
        if (seen.cluster(old.asideName()).isEmpty()
                && seen.cluster(restore.target()).isEmpty()) {
            return gone(restore, seen);
        }
        if (leaving(seen, old)) {
            return deletion(old).next(restore, seen);
        }
        return sourceLost(restore, seen, old)
                .map(failure -> Decision.fail(failure.code(), failure.message()))
                .orElseGet(() -> old.setAside(
                        seen,
                        aside -> old.reboot(seen).orElseGet(() -> deletion(old).next(restore, seen))));
    }

    /** What is restored has to outlive what is deleted. */
    private Optional<Failure> sourceLost(Restore restore, Observed seen, PredecessorCluster old) {
        return old.stepsAsideNext(seen) || deletesNext(restore, seen, old)
                ? sourceLost(restore, seen)
                : Optional.empty();
    }

    private static Optional<Failure> sourceLost(Restore restore, Observed seen) {
        RestoreSource source = restore.outputs().restorable();
        return source.fold(snapshot -> outlives(restore, snapshot, seen), moment -> outlives(restore, moment, seen))
                ? Optional.empty()
                : Optional.of(new Failure(
                        FailureCode.GONE,
                        source.arn() + " is not there any more, or would go with the old cluster: nothing is"
                                + " deleted."));
    }

    private static boolean outlives(Restore restore, Snapshot source, Observed seen) {
        return seen.snapshot(source.id()).filter(Snapshot::available).isPresent()
                && !SnapshotUsability.isTakenAlong(restore, source);
    }

    private static boolean outlives(Restore restore, ClusterMoment source, Observed seen) {
        boolean itself = restore.outputs()
                .predecessor()
                .filter(old -> old.resourceId().equals(source.cluster().resourceId()))
                .isPresent();
        return !itself
                && SourceChecks.asSeen(source, seen)
                        .filter(now -> SourceChecks.inTheWay(now)
                                .filter(Decision.Fail.class::isInstance)
                                .isEmpty())
                        .isPresent();
    }

    /** Its automated backups stay: their quota is not the clusters', and what follows may still fail. */
    private static ClusterDeletion deletion(PredecessorCluster old) {
        return old.deletion(true);
    }

    private static boolean leaving(Observed seen, PredecessorCluster old) {
        return old.aside(seen)
                .filter(one -> one.state() == ResourceState.LEAVING
                        || seen.instances().stream()
                                .filter(old.old()::has)
                                .anyMatch(some -> some.state() == ResourceState.LEAVING))
                .isPresent();
    }

    /** Neither name is there: it is renamed just now, or deleted. */
    private Decision gone(Restore restore, Observed seen) {
        return deleted(restore)
                ? Decision.done("the old cluster is deleted", now -> now, List.of(backups(restore)))
                : SharedDecisions.unlessSeen(
                        restore,
                        seen,
                        Missing.SET_ASIDE_CLUSTER,
                        "the old cluster to be set aside",
                        () -> Decision.done("the old cluster is deleted"));
    }

    private static String backups(Restore restore) {
        String id = restore.outputs().predecessor().orElseThrow().resourceId();
        return "The automated backups of the cluster that was deleted first are retained until their time is over. If"
                + " nobody wants them: aws rds delete-db-cluster-automated-backup --db-cluster-resource-id " + id;
    }

    private boolean deleted(Restore restore) {
        return restore.progress()
                .actedAt(DeleteCluster.key(restore.names().setAside()))
                .isPresent();
    }

    @Override
    public boolean undoable() {
        return true;
    }

    @Override
    public List<Describe> describeForUndo(Restore restore) {
        return restore.clearsFirst() ? new PredecessorRecovery(home, restore).describe() : List.of();
    }

    @Override
    public Decision undo(Restore restore, Observed seen) {
        return restore.clearsFirst()
                ? new PredecessorRecovery(home, restore).next(seen)
                : Decision.done("nothing was deleted first");
    }

    private PredecessorCluster old(Restore restore) {
        return PredecessorCluster.of(home, restore).orElseThrow();
    }
}
