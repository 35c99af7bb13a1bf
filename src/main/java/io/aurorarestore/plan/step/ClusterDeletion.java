package io.aurorarestore.plan.step;

import io.aurorarestore.command.DeleteCluster;
import io.aurorarestore.command.DeleteInstance;
import io.aurorarestore.command.SetProtection;
import io.aurorarestore.command.SnapshotCluster;
import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Pace;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.ResourceKind;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.ResourceState;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.restore.OwnedResource;
import io.aurorarestore.model.restore.Restore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Deletes a cluster that stands under a name of the restore, its instances first, and only what is known to be meant:
 * by tag and resource id. Its instances are all that RDS says are members of that very cluster.
 *
 * @param known the instances that it had; others, that autoscaling or a person added, go first
 * @param kept why it must not be deleted, if so
 * @param learned what the restore knows when it is gone
 */
record ClusterDeletion(
        Home home,
        String cluster,
        Predicate<Cluster> meant,
        Predicate<Instance> known,
        BiFunction<Cluster, Observed, Optional<Failure>> kept,
        Terms terms,
        UnaryOperator<Restore> learned) {

    /** Longer than RDS shows the state before a change. */
    private static final Duration SHOWN = Duration.ofMinutes(2);

    /**
     * How it is deleted.
     *
     * @param finalSnapshot taken, and waited for, while the cluster is whole
     * @param liftsProtection false where a person must have turned the deletion protection on
     * @param keepsBackups whether its automated backups are retained
     */
    record Terms(Optional<String> finalSnapshot, boolean liftsProtection, boolean keepsBackups) {}

    /** Of something that only we have an interest in. */
    static Optional<Failure> nobodyKeeps(Cluster cluster, Observed seen) {
        return Optional.empty();
    }

    List<Describe> describe() {
        Describe at = new Describe.AtCluster(cluster);
        Describe instances = new Describe.AtInstancesOf(cluster);
        return terms.finalSnapshot()
                .map(name -> List.of(at, instances, (Describe) new Describe.AtSnapshot(home.region(), name)))
                .orElseGet(() -> List.of(at, instances));
    }

    /** Whether the next thing done is the first that cannot be undone. */
    boolean isNext(Restore restore, Observed seen) {
        return seen.cluster(cluster)
                .filter(found -> meant.test(found) && found.available() && !found.isProtected())
                .filter(found -> unsaved(restore, found, seen).isEmpty())
                .filter(found ->
                        seen.instances().stream().filter(known).noneMatch(one -> one.state() == ResourceState.LEAVING))
                .filter(found -> restore.progress().acted().keySet().stream().noneMatch(DeleteInstance::isKey))
                .isPresent();
    }

    Decision next(Restore restore, Observed seen) {
        return seen.cluster(cluster)
                .map(found -> meant.test(found) ? remove(restore, found, seen) : left(found))
                .orElseGet(() -> Decision.done("cluster " + cluster + " is gone", learned));
    }

    private Decision left(Cluster stranger) {
        return Decision.done(
                "cluster " + stranger.name() + " (" + stranger.resourceId() + ") is not ours: left alone", learned);
    }

    private Decision remove(Restore restore, Cluster found, Observed seen) {
        if (found.state() == ResourceState.LEAVING) {
            return Decision.await("cluster " + cluster + " is deleting", UsualPace.DELETE_CLUSTER);
        }
        if (found.state() == ResourceState.STOPPED) {
            return Decision.fail(
                    FailureCode.RETIREMENT_FAILED,
                    "Cluster " + cluster + " is " + found.status()
                            + ", and RDS deletes no stopped cluster. Start it with "
                            + "aws rds start-db-cluster --db-cluster-identifier " + cluster + ".");
        }
        return kept(found, seen)
                .or(() -> unsaved(restore, found, seen))
                .or(() -> protectedFrom(restore, found, seen))
                .or(() -> instance(found, seen))
                .orElseGet(() -> Decision.act(
                        new DeleteCluster(cluster, found.resourceId(), terms.keepsBackups()),
                        UsualPace.DELETE_CLUSTER));
    }

    private Optional<Decision> kept(Cluster found, Observed seen) {
        return kept.apply(found, seen)
                .map(why -> Decision.fail(
                        why.code(), why.message() + " It is kept. If nobody wants it: " + byHand(found, seen)));
    }

    private Optional<Decision> unsaved(Restore restore, Cluster found, Observed seen) {
        return terms.finalSnapshot()
                .flatMap(name -> seen.snapshot(name)
                        .map(snapshot -> snapshot.ownedBy(restore.origin())
                                ? saving(snapshot)
                                : Optional.of(SharedDecisions.nameTaken("snapshot", snapshot.id(), snapshot.arn())))
                        .orElseGet(() -> Optional.of(save(restore, found, name))));
    }

    private static Decision save(Restore restore, Cluster found, String name) {
        return found.available()
                ? Decision.act(
                        new SnapshotCluster(name, found.name(), Ownership.tags(restore.origin())), UsualPace.SNAPSHOT)
                : SharedDecisions.waitFor(found, Pace.SOON);
    }

    private Optional<Decision> saving(Snapshot snapshot) {
        return switch (snapshot.state()) {
            case AVAILABLE -> Optional.empty();
            case BROKEN, LEAVING ->
                Optional.of(Decision.fail(
                        FailureCode.RETIREMENT_FAILED,
                        "Final snapshot " + snapshot.id() + " is " + snapshot.status() + "."));
            case CHANGING, STOPPED ->
                Optional.of(Decision.await(
                        "final snapshot " + snapshot.id() + " is " + snapshot.status() + " at " + snapshot.percent()
                                + " %",
                        UsualPace.SNAPSHOT));
        };
    }

    /** A protection is lifted once: one that is there later is somebody's wish. */
    private Optional<Decision> protectedFrom(Restore restore, Cluster found, Observed seen) {
        if (!found.isProtected()) {
            return Optional.empty();
        }
        Optional<Instant> lifted = restore.progress().actedAt(SetProtection.OFF);
        if (lifted.filter(when -> seen.now().isBefore(when.plus(SHOWN))).isPresent()) {
            return Optional.of(
                    Decision.await("the deletion protection of " + found.name() + " to be seen lifted", Pace.SOON));
        }
        return Optional.of(
                terms.liftsProtection() && lifted.isEmpty()
                        ? Decision.act(new SetProtection(found.name(), false), Pace.SOON)
                        : Decision.fail(FailureCode.RETIREMENT_FAILED, protectedBySomebody(found, lifted)));
    }

    private static String protectedBySomebody(Cluster found, Optional<Instant> lifted) {
        return "Somebody protected " + found.name() + " from deletion since it was set aside"
                + lifted.map(when -> ", after " + when + ", when its protection was lifted")
                        .orElse("")
                + ". It is kept. If nobody wants it: aws rds modify-db-cluster --db-cluster-identifier " + found.name()
                + " --no-deletion-protection, then resume.";
    }

    /**
     * Readers that came later first: if the role may not delete one, the rest is whole. Then readers, the writer last; the
     * cluster may go as soon as all of them are going.
     */
    private Optional<Decision> instance(Cluster found, Observed seen) {
        List<Instance> left = staying(found, seen);
        return left.stream()
                .filter(known.negate())
                .findFirst()
                .or(() -> left.stream().reduce((earlier, later) -> later))
                .map(one -> Decision.act(new DeleteInstance(one.name(), one.resourceId(), byHand(found, seen))));
    }

    /** The two looks are not of one moment: what is neither known nor a member of this very cluster is another's. */
    private List<Instance> staying(Cluster found, Observed seen) {
        return seen.instances().stream()
                .filter(one -> known.test(one) || found.members().contains(one.name()))
                .filter(one -> one.state() != ResourceState.LEAVING)
                .toList();
    }

    /** All that is left to delete, in the order in which it can be. */
    private String byHand(Cluster found, Observed seen) {
        Stream<OwnedResource> instances = staying(found, seen).stream()
                .map(one -> OwnedResource.planned(ResourceKind.INSTANCE, one.name(), one.arn()));
        Stream<OwnedResource> itself = Stream.of(OwnedResource.planned(ResourceKind.CLUSTER, cluster, ""));
        return Stream.concat(instances, itself).map(OwnedResource::removal).collect(Collectors.joining("; "));
    }
}
